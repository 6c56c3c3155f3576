import gzip

from generator.finish.gzip_bytes import gzip_bytes


def test_the_header_names_neither_time_nor_python():
    made = gzip_bytes("Cải cách hành chính".encode() * 100)

    assert made[:10] == bytes.fromhex("1f8b 08 00 00000000 02 03")
    assert gzip.decompress(made).decode() == "Cải cách hành chính" * 100
