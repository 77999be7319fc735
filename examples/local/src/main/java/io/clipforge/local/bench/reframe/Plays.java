package io.clipforge.local.bench.reframe;

import io.clipforge.local.sample.DrawnFilm;
import io.clipforge.local.sample.DrawnFilm.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Films of drawn people: who walks, sways, changes seats, and who talks with whom. */
final class Plays {
    private static final double SECONDS = 30;
    private static final double CLOSE = 330;
    private static final double MEDIUM = 200;

    /** How long one of two who take turns is seen. */
    private static final double TURN = 5;

    private Plays() {}

    /** Where somebody is: shares of the width; not in the picture when it is no number. */
    private record Part(int who, double height, DoubleUnaryOperator x) {
        boolean isSeen(double seconds) {
            return !Double.isNaN(x.applyAsDouble(seconds));
        }

        Person at(double seconds) {
            double middle = x.applyAsDouble(seconds) * DrawnFilm.WIDTH;
            double sway = 4 * Math.sin(1.7 * seconds + who);
            return new Person(who, middle, DrawnFilm.HEIGHT * 0.45 + sway, height);
        }

        Span face(double seconds) {
            double middle = x.applyAsDouble(seconds) * DrawnFilm.WIDTH;
            double half = DrawnFilm.HALF_FACE * height;
            return new Span(middle - half, middle + half);
        }
    }

    static List<Footage> make(Path folder) throws IOException, InterruptedException {
        var films = new ArrayList<Footage>();
        films.add(film(folder, "sitting", part(0, CLOSE, t -> 0.4 + small(t))));
        films.add(film(folder, "leaning", part(1, CLOSE, t -> 0.55 + 0.05 * Math.sin(0.5 * t))));
        films.add(
                film(folder, "changing seats", part(2, MEDIUM, t -> step(t, 12, 1.5, 0.3, 0.62))));
        films.add(film(folder, "walking", part(3, MEDIUM, t -> step(t, 8, 12, 0.3, 0.7))));
        films.add(
                film(
                        folder,
                        "walking there and back",
                        part(0, MEDIUM, t -> step(t, 4, 7, 0.35, 0.6) + step(t, 18, 7, 0, -0.2))));
        films.add(
                film(
                        folder,
                        "two taking turns",
                        Plays::turn,
                        part(0, CLOSE, t -> turn(t) == 0 ? 0.35 + small(t) : Double.NaN),
                        part(1, CLOSE, t -> turn(t) == 1 ? 0.66 + small(t) : Double.NaN)));
        films.add(
                film(
                        folder,
                        "two close together",
                        part(0, MEDIUM, t -> 0.40 + small(t)),
                        part(1, MEDIUM, t -> 0.54 + small(t + 2))));
        films.add(
                film(
                        folder,
                        "two far apart",
                        part(2, MEDIUM, t -> 0.22 + small(t)),
                        part(3, MEDIUM, t -> 0.78 + small(t + 1))));
        return films;
    }

    private static Footage film(Path folder, String name, Part... parts)
            throws IOException, InterruptedException {
        return film(folder, name, _ -> 0, parts);
    }

    private static Footage film(Path folder, String name, DoubleToIntFunction room, Part... parts)
            throws IOException, InterruptedException {
        var file = folder.resolve(name.replace(' ', '-') + ".mp4");
        DrawnFilm.make(
                file,
                SECONDS,
                new DrawnFilm.Scene() {
                    @Override
                    public List<Person> people(double seconds) {
                        return seen(parts, seconds).map(it -> it.at(seconds)).toList();
                    }

                    @Override
                    public int room(double seconds) {
                        return room.applyAsInt(seconds);
                    }
                });
        DoubleFunction<List<Span>> faces =
                seconds -> seen(parts, seconds).map(it -> it.face(seconds)).toList();
        return new Footage(name, file, faces);
    }

    private static Stream<Part> seen(Part[] parts, double seconds) {
        return Arrays.stream(parts).filter(it -> it.isSeen(seconds));
    }

    private static Part part(int who, double height, DoubleUnaryOperator x) {
        return new Part(who, height, x);
    }

    private static int turn(double seconds) {
        return (int) (seconds / TURN) % 2;
    }

    /** Nobody sits still. */
    private static double small(double seconds) {
        return 0.008 * Math.sin(1.3 * seconds) + 0.004 * Math.sin(3.1 * seconds);
    }

    /** From one place to another, gently. */
    private static double step(double t, double begin, double length, double from, double to) {
        double part = Math.clamp((t - begin) / length, 0, 1);
        return from + (to - from) * part * part * (3 - 2 * part);
    }
}
