package io.clipforge.media.render;

import io.clipforge.media.reframe.FramedShot;
import io.clipforge.media.reframe.Framing;
import io.clipforge.media.reframe.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The filters that frame a source's picture shot by shot. Neighbours that are framed in the same
 * way share a branch; each branch works on its own frames only.
 */
record PictureGraph(SourcePicture picture, Timeline timeline, Size frame, List<FramedShot> shots) {
    private static final String COLORS = "out_color_matrix=bt709:out_range=tv";
    private static final int BLURRED_WIDTH = 136;

    /** Frames of the clip that are framed in the same way. */
    private record Run(int from, int to, List<FramedShot> shots) {
        Framing first() {
            return shots.getFirst().framing();
        }

        boolean goesOnWith(FramedShot shot) {
            boolean bothMove =
                    first() instanceof Framing.Crop && shot.framing() instanceof Framing.Crop;
            return bothMove || first().equals(shot.framing());
        }
    }

    /**
     * @param output label without brackets
     */
    String filters(String input, String output) {
        var runs = runs();
        var graph = new StringBuilder("[" + input + "]");
        graph.append(picture.repairs().isEmpty() ? "" : picture.repairs() + ",");
        graph.append(steady(timeline));
        graph.append(",split=").append(runs.size());
        runs.forEach(run -> graph.append("[s").append(run.from()).append(']'));
        graph.append(";\n");
        for (var run : runs) {
            graph.append(
                    "[s%d]trim=start_frame=%d:end_frame=%d,setpts=PTS-STARTPTS,"
                            .formatted(run.from(), run.from(), run.to()));
            graph.append(framed(run)).append("[p").append(run.from()).append("];\n");
        }
        runs.forEach(run -> graph.append("[p").append(run.from()).append(']'));
        graph.append("concat=n=").append(runs.size()).append(":v=1:a=0");
        return graph.append('[').append(output).append("];\n").toString();
    }

    /** Exactly the clip's frames at a constant rate; a source that ends early stands still. */
    static String steady(Timeline timeline) {
        var steady =
                "fps=%s:start_time=0,tpad=stop_mode=clone:stop=%d,trim=end_frame=%d"
                        .formatted(timeline.rate(), timeline.reach(), timeline.reach());
        return timeline.jumps() ? steady + "," + jumping(timeline) : steady;
    }

    /** After a choice of frames the rate has to be told again. */
    private static String jumping(Timeline timeline) {
        var kept =
                timeline.kept().stream()
                        .map(it -> "between(n,%d,%d)".formatted(it.from(), it.to() - 1))
                        .collect(Collectors.joining("+"));
        return "select='%s',setpts=N,fps=%s:start_time=0".formatted(kept, timeline.rate());
    }

    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (var shot : shots) {
            int from = timeline.frame(shot.startMs());
            int to = timeline.frame(shot.endMs());
            if (to <= from) {
                continue;
            }
            if (!runs.isEmpty() && runs.getLast().goesOnWith(shot)) {
                var last = runs.removeLast();
                var both = new ArrayList<>(last.shots());
                both.add(shot);
                runs.add(new Run(last.from(), to, both));
            } else {
                runs.add(new Run(from, to, List.of(shot)));
            }
        }
        return runs;
    }

    private String framed(Run run) {
        return switch (run.first()) {
            case Framing.Whole _ -> scaled(frame) + ",setsar=1";
            case Framing.Crop crop -> cropped(run, crop) + "," + scaled(frame) + ",setsar=1";
            case Framing.Fit _ -> fitted(run.from());
            case Framing.Split split -> split(run.from(), split);
        };
    }

    private String cropped(Run run, Framing.Crop crop) {
        var moves = new CropMoves(timeline, run.from(), run.to(), run.shots());
        var filter =
                "crop@c%d=%d:%d:%s:exact=1"
                        .formatted(
                                run.from(),
                                crop.window().width(),
                                crop.window().height(),
                                moves.first());
        var commands = moves.commands("crop@c" + run.from());
        return commands.isEmpty() ? filter : "sendcmd=c='" + commands + "'," + filter;
    }

    private String split(int id, Framing.Split split) {
        return """
        split=2[u%1$d][l%1$d];
        [u%1$d]%2$s[a%1$d];
        [l%1$d]%3$s[b%1$d];
        [a%1$d][b%1$d]vstack,setsar=1\
        """
                .formatted(
                        id,
                        pane(split.upper(), split.upperPane()),
                        pane(split.lower(), split.lowerPane()));
    }

    private String pane(Framing.Window window, Size pane) {
        return "crop=%d:%d:%d:%d:exact=1,%s"
                .formatted(
                        window.size().width(),
                        window.size().height(),
                        window.x(),
                        window.y(),
                        scaled(pane));
    }

    private String fitted(int id) {
        var window = picture.size().largestLike(frame);
        int blurredHeight =
                2 * Math.round((float) BLURRED_WIDTH * frame.height() / frame.width() / 2);
        return """
        split=2[f%1$d][g%1$d];
        [g%1$d]crop=%2$d:%3$d,scale=%4$d:%5$d:flags=fast_bilinear,gblur=sigma=7,\
        scale=%6$d:%7$d:flags=fast_bilinear:%8$s,lutyuv=y=16+(val-16)*0.7:u=128+(val-128)*0.7:v=128+(val-128)*0.7[b%1$d];
        [f%1$d]%9$s[w%1$d];
        [b%1$d][w%1$d]overlay=(W-w)/2:(H-h)/2,setsar=1\
        """
                .formatted(
                        id,
                        window.width(),
                        window.height(),
                        BLURRED_WIDTH,
                        blurredHeight,
                        frame.width(),
                        frame.height(),
                        colors(),
                        scaled(picture.size().fittedInto(frame)));
    }

    private String scaled(Size size) {
        return "scale=%d:%d:%s,format=yuv420p".formatted(size.width(), size.height(), colors());
    }

    /** Where ffmpeg's scaler changes the matrix too, its threads write over each other's edges. */
    private String colors() {
        return picture.recoloured() ? COLORS + ":threads=1" : COLORS;
    }
}
