package io.clipforge.fleet;

import io.micronaut.runtime.Micronaut;

/** A worker process. */
public final class Fleet {
    private Fleet() {}

    public static void main(String[] args) {
        // libraries on one class path must not each bring a logback.xml
        System.getProperties().putIfAbsent("logback.configurationFile", "logback-fleet.xml");
        Micronaut.build(args)
                .mainClass(Fleet.class)
                .environments("fleet")
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }
}
