package io.clipforge.local.bench.http;

import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everyone who takes part, up and answering the same, on one PostgreSQL. */
record Field(List<Contender> contenders, Postgres postgres) {
    private static final String FASTAPI = "peer_fastapi";
    private static final String NESTJS = "peer_nestjs";

    Field {
        contenders = List.copyOf(contenders);
    }

    /** Ours is the first. */
    static Field prepare(Stage stage) throws Exception {
        System.out.println("fetching the peers' libraries and starting everyone");
        var servers = stage.servers();
        var properties = Plane.properties(servers);
        var dataset = Dataset.make(servers, properties);
        try (var superuser = servers.superuser()) {
            PeerTables.make(superuser, FASTAPI);
            PeerTables.make(superuser, NESTJS);
        }
        var plane = Plane.of(stage, "control-plane", properties);
        plane.member().start();
        var fastApi =
                stage.endsWithThis(Peer.fastApi(PeerFolder.of("http-fastapi"), servers, FASTAPI));
        var nestJs = stage.endsWithThis(Peer.nestJs(PeerFolder.of("http-nestjs"), servers, NESTJS));
        var services = List.of(plane.service(), fastApi.service(), nestJs.service());
        for (var peer : services.subList(1, services.size())) {
            SameAnswers.require(services.getFirst(), peer, dataset.accounts());
        }
        return new Field(contenders(services, dataset), new Postgres(servers.postgresPid()));
    }

    Contender ours() {
        return contenders.getFirst();
    }

    List<Contender> peers() {
        return contenders.subList(1, contenders.size());
    }

    private static List<Contender> contenders(List<Service> services, Dataset dataset)
            throws IOException {
        var contenders = new ArrayList<Contender>();
        for (var it : services) {
            contenders.add(new Contender(it, Traffic.of(it, dataset.accounts())));
        }
        return contenders;
    }
}
