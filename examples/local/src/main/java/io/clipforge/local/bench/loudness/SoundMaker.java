package io.clipforge.local.bench.loudness;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes fifty sounds as different as people's are, the same ones every time: spoken by flite, sung
 * by nobody, hissing, clipped, one-sided.
 */
final class SoundMaker {
    private static final double SECONDS = 12;
    private static final List<String> VOICES = List.of("slt", "rms", "awb", "kal");
    private static final String TEXT =
            """
            Most people wait for the right moment, and it never comes. I waited ten years! Then I asked one question:
            what would you do if nobody was watching? The answer changed everything.\
            """;

    private static final String MUSIC =
            "0.12*(sin(2*PI*220*t)+sin(2*PI*277*t)+sin(2*PI*330*t)+0.5*sin(2*PI*880*t))"
                    + "*(0.6+0.4*sin(2*PI*2*t))+0.5*exp(-18*mod(t,0.5))*sin(2*PI*60*t)";

    /**
     * Name, source and what is done to it. A source is a voice, {@code music}, or the name of an
     * ffmpeg source; {@code +} lays one over the other. {@code @} before a number is a sample rate,
     * {@code #} a number of channels, {@code =} a length in seconds.
     */
    private static final String SOUNDS =
            """
            a woman                     | slt
            a man                       | rms
            a Scot                      | awb
            a robot                     | kal
            whispered                   | slt  | volume=-40dB
            nearly lost                 | rms  | volume=-50dB
            shouted                     | rms  | volume=18dB
            clipped speech              | awb  | volume=30dB,alimiter=limit=0.99:level=0
            in a church                 | slt  | aecho=0.8:0.7:300|700|1100:0.5|0.4|0.3
            on the telephone            | kal  | highpass=300,lowpass=3400 | @8000 #1
            a short remark              | slt  |  | =3
            with pauses                 | rms  | volume='if(lt(mod(t,4),1.5),1,0)':eval=frame
            one shout in a murmur       | awb  | volume='if(between(t,5,5.6),6,0.05)':eval=frame
            louder and louder           | slt  | volume='0.02+0.08*t':eval=frame
            right side dead             | rms  | pan=stereo|c0=c0|c1=0*c0 | #2
            left side dead              | slt  | pan=stereo|c0=0*c0|c1=c0 | #2
            sides against each other    | awb  | pan=stereo|c0=c0|c1=-1*c0 | #2
            speech in the centre of 5.1 | rms  | pan=5.1|FC=c0 | #6
            standing off zero           | kal  | dcshift=0.2
            speech at 96 kHz            | slt  |  | @96000
            speech at 22 kHz            | awb  |  | @22050
            speech at 11 kHz            | rms  |  | @11025 #1
            over music                  | slt + music
            over loud music             | rms + music,volume=12dB
            over hiss                   | awb + anoisesrc=a=0.03:c=white:seed=5:r=48000
            over a hum                  | kal + aevalsrc=0.05*sin(2*PI*50*t):s=48000
            music                       | music
            quiet music                 | music | volume=-35dB
            loud music                  | music | volume=14dB,alimiter=limit=0.98:level=0
            clipped music               | music | volume=40dB
            music in 5.1                | music | pan=5.1|FL=c0|FR=c0|FC=0.5*c0|LFE=c0|BL=0.3*c0|BR=0.3*c0 | #6
            music at 44.1 kHz           | music |  | @44100 #2
            music at 88.2 kHz           | music |  | @88200 #2
            a crescendo                 | music | volume='pow(10,(-50+4*t)/20)':eval=frame
            pressed flat                | music | acompressor=threshold=0.01:ratio=20:makeup=12
            music from afar             | music | lowpass=500,volume=-20dB
            white noise                 | anoisesrc=a=0.5:c=white:seed=1:r=48000
            faint noise                 | anoisesrc=a=0.005:c=pink:seed=2:r=48000
            pink noise                  | anoisesrc=a=0.9:c=pink:seed=3:r=48000
            brown noise                 | anoisesrc=a=0.9:c=brown:seed=4:r=48000
            bursts of noise             | anoisesrc=a=0.9:c=white:seed=6:r=48000 | volume='if(lt(mod(t,2),0.2),1,0.001)':eval=frame
            a test tone                 | aevalsrc=0.126*sin(2*PI*997*t):s=48000
            a tone at full scale        | aevalsrc=sin(2*PI*997*t):s=48000
            peaks between the samples   | aevalsrc=0.98*sin(2*PI*12000*t+PI/4):s=48000
            a square wave               | aevalsrc=0.9*(2*gt(sin(2*PI*200*t)\\,0)-1):s=48000
            deep bass                   | aevalsrc=0.7*sin(2*PI*45*t):s=48000
            a high whistle              | aevalsrc=0.3*sin(2*PI*9000*t):s=48000
            a rising sweep              | aevalsrc=0.5*sin(2*PI*(50*t+300*t*t)):s=48000
            a beep each second          | aevalsrc=0.4*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.1):s=48000
            clicks                      | aevalsrc=0.9*lt(mod(t\\,0.5)\\,0.002)+0.01*sin(2*PI*500*t):s=48000
            """;

    private final Ffmpeg ffmpeg;
    private final Path folder;

    SoundMaker(Ffmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    List<Sound> make() throws IOException, InterruptedException {
        for (var voice : VOICES) {
            speak(voice);
        }
        var sounds = new ArrayList<Sound>();
        for (var line : SOUNDS.lines().toList()) {
            var parts = Arrays.stream(line.split(" \\| ?", -1)).map(String::strip).toList();
            sounds.add(make(sounds.size(), parts));
        }
        return sounds;
    }

    private Sound make(int number, List<String> parts) throws IOException, InterruptedException {
        var sources = Arrays.stream(parts.get(1).split(" \\+ ", -1)).map(String::strip).toList();
        var filter = parts.size() > 2 && !parts.get(2).isEmpty() ? parts.get(2) : "anull";
        var options = parts.size() > 3 ? parts.get(3) : "";
        double seconds = option(options, '=', SECONDS);
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        sources.forEach(it -> arguments.addAll(input(it)));
        var inputs = sources.size() == 1 ? "[0:a]" : "[0:a][1:a]amix=inputs=2:normalize=0,";
        arguments.addAll(List.of("-filter_complex", inputs + filter + ",apad[out]"));
        arguments.addAll(List.of("-map", "[out]", "-t", String.valueOf(seconds)));
        arguments.addAll(List.of("-ar", String.valueOf((int) option(options, '@', 48_000))));
        arguments.addAll(List.of("-ac", String.valueOf((int) option(options, '#', 2))));
        var file = folder.resolve("sound-%02d.wav".formatted(number)).toAbsolutePath();
        arguments.add("file:" + file);
        try {
            ffmpeg.run(arguments, Limits.glance());
        } catch (MediaException e) {
            throw new IOException(parts.getFirst() + " cannot be made: " + e.log(), e);
        }
        return new Sound(parts.getFirst(), file, seconds);
    }

    private List<String> input(String source) {
        if (VOICES.contains(source)) {
            return List.of("-stream_loop", "3", "-i", "file:" + spoken(source));
        }
        var music = "aevalsrc='" + MUSIC + "':s=48000";
        return List.of("-f", "lavfi", "-i", source.replaceFirst("^music", music));
    }

    private void speak(String voice) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                "flite",
                                "-voice",
                                voice,
                                "-t",
                                TEXT,
                                "-o",
                                spoken(voice).toString())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("flite cannot speak as " + voice);
        }
    }

    private Path spoken(String voice) {
        return folder.resolve(voice + ".wav").toAbsolutePath();
    }

    private static double option(String options, char mark, double otherwise) {
        return Arrays.stream(options.split(" ", -1))
                .filter(it -> !it.isEmpty() && it.charAt(0) == mark)
                .mapToDouble(it -> Double.parseDouble(it.substring(1)))
                .findFirst()
                .orElse(otherwise);
    }
}
