"""Makes a Whisper model of a true shape with random weights, in the files that each engine takes.

models.py FOLDER SHAPE...: FOLDER/SHAPE/weights (transformers), onnx-float32 and onnx-int8 (Optimum, ONNX Runtime's
dynamic quantization), ctranslate2-float32 and ctranslate2-int8. What is there already stays. Random weights know no
speech: the end of text is forbidden, so that every engine writes as many tokens as it may.
"""

import json
import shutil
import sys
from pathlib import Path

import ctranslate2
import onnx
import torch
import whisper
from onnxruntime.quantization import QuantType, quantize_dynamic
from optimum.exporters.onnx import main_export
from optimum.onnx import merge_decoders
from transformers import GenerationConfig, WhisperConfig, WhisperFeatureExtractor, WhisperForConditionalGeneration
from transformers.convert_slow_tokenizer import TikTokenConverter
from whisper.tokenizer import LANGUAGES, get_tokenizer

SEED = 7
WIDTHS = {"tiny": 384, "base": 512, "small": 768, "large-v3-turbo": 1280}
HEAD = 64
LAYERS = {"tiny": (4, 4), "base": (6, 6), "small": (12, 12), "large-v3-turbo": (32, 4)}
BLANK = 220


def tokenizer(shape):
    return get_tokenizer(multilingual=True, num_languages=100 if shape.startswith("large-v3") else 99)


def make_weights(shape, folder):
    names = tokenizer(shape)
    width = WIDTHS[shape]
    encoder, decoder = LAYERS[shape]
    ends = {"pad_token_id": names.eot, "bos_token_id": names.eot, "eos_token_id": names.eot, "decoder_start_token_id": names.sot}
    config = WhisperConfig(
        vocab_size=names.encoding.n_vocab, num_mel_bins=128 if shape.startswith("large-v3") else 80, d_model=width,
        encoder_layers=encoder, decoder_layers=decoder, encoder_attention_heads=width // HEAD, decoder_attention_heads=width // HEAD,
        encoder_ffn_dim=4 * width, decoder_ffn_dim=4 * width, suppress_tokens=None, begin_suppress_tokens=None, **ends)
    torch.manual_seed(SEED)
    model = WhisperForConditionalGeneration(config).eval()
    with torch.no_grad():
        # as untrained ones are, all that is written is one token again and again
        for name, weight in model.named_parameters():
            if "proj" in name and name.endswith("weight") or ".fc" in name and name.endswith("weight"):
                weight.normal_(0, weight.shape[1] ** -0.5)
        model.model.decoder.embed_tokens.weight.normal_(0, 0.1)
    model.generation_config = GenerationConfig(
        max_length=448, is_multilingual=True, suppress_tokens=[names.eot], begin_suppress_tokens=[BLANK],
        no_timestamps_token_id=names.no_timestamps, prev_sot_token_id=names.sot_prev, return_timestamps=False,
        lang_to_id={f"<|{code}|>": names.to_language_token(code) for code in list(LANGUAGES)[:names.num_languages]},
        task_to_id={"translate": names.translate, "transcribe": names.transcribe}, alignment_heads=[[0, 0]], **ends)
    model.save_pretrained(folder)
    WhisperFeatureExtractor(feature_size=config.num_mel_bins).save_pretrained(folder)
    write_tokenizer(names, folder)


def write_tokenizer(names, folder):
    """The published pairs of bytes, as Hugging Face's tokenizers keep them."""
    pairs = Path(whisper.__file__).parent / "assets" / "multilingual.tiktoken"
    vocabulary, merges = TikTokenConverter(extra_special_tokens=[]).extract_vocab_merges_from_model(str(pairs))
    specials = sorted(names.encoding._special_tokens.items(), key=lambda it: it[1])
    (folder / "tokenizer.json").write_text(json.dumps({
        "version": "1.0", "truncation": None, "padding": None, "normalizer": None,
        "added_tokens": [{"id": i, "content": name, "single_word": False, "lstrip": False, "rstrip": False,
                          "normalized": False, "special": i < names.timestamp_begin} for name, i in specials],
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
        "post_processor": None, "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
                  "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False,
                  "vocab": vocabulary, "merges": [" ".join(pair) for pair in merges]}}))


def export(weights, folder):
    main_export(str(weights), output=folder, task="automatic-speech-recognition-with-past", do_validation=False, library_name="transformers")
    shutil.copy(weights / "tokenizer.json", folder)
    shutil.copy(weights / "generation_config.json", folder)


def quantize(exported, folder):
    for name in ("config.json", "generation_config.json", "tokenizer.json"):
        shutil.copy(exported / name, folder)
    names = ["encoder_model.onnx", "decoder_model.onnx", "decoder_with_past_model.onnx"]
    for name in names:
        quantize_dynamic(exported / name, folder / name, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"])
    merge_decoders(folder / names[1], folder / names[2], save_path=folder / "decoder_model_merged.onnx", strict=False)


def convert(weights, folder, kind):
    converter = ctranslate2.converters.TransformersConverter(
        str(weights), copy_files=["tokenizer.json", "preprocessor_config.json"])
    converter.convert(str(folder), quantization=kind, force=True)


def make(root, shape):
    folder = root / shape
    once(folder / "weights", lambda it: make_weights(shape, it))
    once(folder / "onnx-float32", lambda it: export(folder / "weights", it))
    once(folder / "onnx-int8", lambda it: quantize(folder / "onnx-float32", it))
    for kind in ("float32", "int8"):
        once(folder / f"ctranslate2-{kind}", lambda it: convert(folder / "weights", it, kind))


def once(folder, makes):
    if not folder.exists():
        half = folder.with_name(folder.name + ".half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        makes(half)
        half.rename(folder)


if __name__ == "__main__":
    for each in sys.argv[2:]:
        make(Path(sys.argv[1]), each)
