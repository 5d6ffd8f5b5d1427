package vn.tthc.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the provider is told; paths of files, so that no secret stands on a command line or in a list of processes.
 *
 * @param issuer how it calls itself in its tokens, a URL it can be reached at
 * @param signingKey PEM file with an RSA private key (PKCS 8)
 * @param launcherSecret file with the secret by which the launcher is known
 * @param password file with the password of the demo people
 * @param people file with the demo people
 */
@ConfigurationProperties("tthc.identity")
record IdentityProperties(String issuer, String signingKey, String launcherSecret, String password, String people) {}
