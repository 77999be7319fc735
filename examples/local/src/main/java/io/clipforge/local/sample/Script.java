package io.clipforge.local.sample;

import static io.clipforge.local.sample.Speaker.AWB;
import static io.clipforge.local.sample.Speaker.KAL;
import static io.clipforge.local.sample.Speaker.RMS;
import static io.clipforge.local.sample.Speaker.SLT;

import java.util.List;

/** A lively talk about time, in words that a recognizer of the nineties knows. */
final class Script {
    private Script() {}

    static final List<Shot> SHOTS =
            List.of(
                    new Shot(
                            new CloseUp(RMS),
                            new Line(
                                    RMS,
                                    "What if I told you that you will lose ten years of your life?")),
                    new Shot(
                            new CloseUp(SLT),
                            new Line(SLT, "Ten years sounds like a very big number.")),
                    new Shot(
                            new Bars(),
                            new Line(
                                    RMS,
                                    "The average person spends three hours every day in front of a screen."),
                            new Line(RMS, "That is more than one thousand hours every year.")),
                    new Shot(
                            new CloseUp(AWB),
                            new Line(AWB, "And nobody ever tells you the most important part."),
                            new Line(
                                    AWB,
                                    "The time that you give away will never come back to you.")),
                    new Shot(
                            new CloseUp(KAL),
                            new Line(KAL, "I know this because I did it myself for twenty years."),
                            new Line(KAL, "How much money do you think that cost me?")),
                    new Shot(
                            new Table(),
                            new Line(SLT, "So here is the question."),
                            new Line(SLT, "What is the first thing that you would do?"),
                            new Line(AWB, "I would learn to play the piano."),
                            new Line(KAL, "I would call my mother and ask her how she is.")),
                    new Shot(
                            new Clock(),
                            new Line(RMS, "I want to tell you the secret of my success."),
                            new Line(
                                    RMS,
                                    "Before you go to sleep, think about one thing that you want to do tomorrow.")),
                    new Shot(
                            new CloseUp(SLT),
                            new Line(SLT, "Why only one thing, and not five or six of them?")),
                    new Shot(
                            new CloseUp(AWB),
                            new Line(
                                    AWB,
                                    "Because ten things will make you tired, and one thing will make you happy.")),
                    new Shot(
                            new Coins(),
                            new Line(
                                    KAL,
                                    "Since then we have saved more than four thousand dollars."),
                            new Line(
                                    KAL,
                                    "I did not work any harder, I just stopped buying things that I did not use.")),
                    new Shot(
                            new River(),
                            new Line(
                                    SLT,
                                    "The best idea I ever had came to me when I was sitting by the river."),
                            new Line(SLT, "I did not have my phone, and nothing bad happened.")),
                    new Shot(
                            new Table(),
                            new Line(
                                    RMS,
                                    "How many people could live without a phone for a whole week?"),
                            new Line(AWB, "I am not sure that I could do it.")),
                    new Shot(
                            new CloseUp(KAL),
                            new Line(
                                    KAL,
                                    "Three years ago I lost my job, and it was the best day of my life."),
                            new Line(KAL, "It gave me the time to think about the future.")),
                    new Shot(
                            new CloseUp(SLT),
                            new Line(SLT, "Most people are waiting for the right moment."),
                            new Line(SLT, "You have to start before you are ready.")),
                    new Shot(
                            new CloseUp(RMS),
                            new Line(
                                    RMS,
                                    "If you remember only one thing from this show, it should be this."),
                            new Line(
                                    RMS,
                                    "Time is the only kind of money that you can never make again.")),
                    new Shot(
                            new Table(),
                            new Line(AWB, "That is the best thing I have heard this week."),
                            new Line(SLT, "What are you going to do with your next hour?"),
                            new Line(KAL, "I am going to turn off the television and go outside."),
                            new Line(
                                    RMS,
                                    "That is all for today, and we will see you again next week.")));
}
