package vn.tthc.platform.backup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.OnSqlite;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** Snapshots of the file, where a service has one; MongoDB is backed up by its own means. */
@OnSqlite
@Configuration(proxyBeanMethods = false)
@Import(BackupEndpoint.class)
public class BackupConfiguration {

    @Bean
    Backups backups(TthcProperties properties, SqliteDatabase database, EventLog log) {
        return new Backups(properties.service(), database, log);
    }
}
