package vn.tthc.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in with the password. */
final class People {
    private final Map<String, Person> byName = new LinkedHashMap<>();
    private final Map<String, Person> byAccount = new LinkedHashMap<>();

    People(List<Person> people) {
        for (Person person : people) {
            if (byName.put(person.name(), person) != null || byAccount.put(person.sub(), person) != null) {
                throw new IllegalStateException("There are two people '" + person.name() + "' or accounts '"
                        + person.sub() + "' in the file of tthc.identity.people.");
            }
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException when the text is not a list of people
     */
    static People of(String json) {
        try {
            return new People(List.of(JsonMapper.shared().readValue(json, Person[].class)));
        } catch (JacksonException e) {
            throw new IllegalStateException("The file of tthc.identity.people is no list of people.", e);
        }
    }

    List<Person> all() {
        return List.copyOf(byName.values());
    }

    Optional<Person> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Person> withAccount(String sub) {
        return Optional.ofNullable(byAccount.get(sub));
    }
}
