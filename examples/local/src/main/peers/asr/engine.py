"""Writes what is said in windows of 30 s, as often as it is asked to, and tells what that took.

engine.py transformers|faster-whisper WEIGHTS PRECISION SOUND THREADS BATCH TOKENS DEVICE

It says `ready` when the model is loaded. For each line of its input it goes through the sound once, greedily, and
prints the seconds that took, the seconds of processor time, and all tokens with blanks between them; windows of a
batch are computed together.
"""

import os
import sys
import time
import wave

engine, weights, precision, sound, threads, batch, tokens, device = sys.argv[1:]
threads, batch, tokens = int(threads), int(batch), int(tokens)
os.environ["OMP_NUM_THREADS"] = str(threads)

import numpy  # noqa: E402 (it and all that follow ask for the threads when they are loaded)

RATE = 16_000
WINDOW = 30 * RATE


def read(file):
    with wave.open(file) as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (RATE, 1, 2)
        return numpy.frombuffer(wav.readframes(wav.getnframes()), dtype=numpy.int16).astype(numpy.float32) / 32768


def transformers():
    import torch
    from transformers import WhisperFeatureExtractor, WhisperForConditionalGeneration, logging
    logging.set_verbosity_error()
    torch.set_num_threads(threads)
    kind = {"float32": torch.float32, "float16": torch.float16}[precision]
    model = WhisperForConditionalGeneration.from_pretrained(weights, torch_dtype=kind).to(device).eval()
    features = WhisperFeatureExtractor.from_pretrained(weights)

    @torch.inference_mode()
    def write(samples):
        windows = [samples[i:i + WINDOW] for i in range(0, len(samples), WINDOW)]
        written = []
        for i in range(0, len(windows), batch):
            mel = features(windows[i:i + batch], sampling_rate=RATE, return_tensors="pt").input_features
            rows = model.generate(mel.to(device, kind), language="en", task="transcribe", max_new_tokens=tokens, num_beams=1, do_sample=False)
            written += [token for row in rows.tolist() for token in row[-tokens:]]
        return written

    return write


def faster_whisper():
    from faster_whisper import BatchedInferencePipeline, WhisperModel
    model = WhisperModel(weights, device=device, compute_type=precision, cpu_threads=threads)
    options = {
        "language": "en", "task": "transcribe", "beam_size": 1, "temperature": 0.0, "without_timestamps": True,
        "suppress_tokens": [model.hf_tokenizer.token_to_id("<|endoftext|>")], "condition_on_previous_text": False,
        "compression_ratio_threshold": None, "log_prob_threshold": None, "no_speech_threshold": None,
        "max_new_tokens": 2 * tokens - 4,  # half of what it and its prompt of four may be
    }

    def write(samples):
        if batch == 1:
            segments, _ = model.transcribe(samples, **options)
        else:
            clips = [{"start": i / RATE, "end": min(i + WINDOW, len(samples)) / RATE} for i in range(0, len(samples), WINDOW)]
            segments, _ = BatchedInferencePipeline(model).transcribe(
                samples, batch_size=batch, vad_filter=False, clip_timestamps=clips, **options)
        return [token for segment in segments for token in segment.tokens]

    return write


write = {"transformers": transformers, "faster-whisper": faster_whisper}[engine]()
samples = read(sound)
print("ready", flush=True)
for _ in sys.stdin:
    begun, used = time.perf_counter(), time.process_time()
    written = write(samples)
    print(time.perf_counter() - begun, time.process_time() - used, *written, flush=True)
