package io.clipforge.api.identity;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Reads and writes a person by e-mail, before any organization is chosen. */
@Singleton
class PersonService {
    private final People people;

    PersonService(People people) {
        this.people = people;
    }

    record Known(Person person, String passwordHash) {}

    @Transactional
    Optional<Known> find(Email email) {
        people.actAs(email.value());
        return people.find(email.value())
                .flatMap(person ->
                        people.passwordHash(person.id()).map(hash -> new Known(person, hash)));
    }

    @Transactional
    void changePassword(Person person, String hash) {
        people.actAs(person.email());
        people.setPasswordHash(person.id(), hash);
    }
}
