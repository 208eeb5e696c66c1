"""Indonesian word formation as this house reads it (Alwi et al., ch. 4–7; KBBI; EYD V).

A word's parse is written ``me- susun -kan =nya =lah ²``: prefix, root, suffix, clitic, particle,
reduplication; a root that is in no list bears a ``?``.
"""

import pytest

from nlp.morphology import Morph, analyse


def parse(morph: Morph) -> str:
    parts = [
        f"{morph.prefix}-" if morph.prefix else "",
        morph.root + ("" if morph.known else "?"),
        f"-{morph.suffix}" if morph.suffix else "",
        f"={morph.clitic}" if morph.clitic else "",
        f"={morph.particle}" if morph.particle else "",
        "²" if morph.reduplicated else "",
    ]
    return " ".join(part for part in parts if part)


def check(word: str, expected: str) -> None:
    assert parse(analyse(word)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # The nasal swallows p, t, k, s …
        ("memahami", "me- paham -i"),
        ("memeriksa", "me- periksa"),
        ("memantau", "me- pantau"),
        ("memasang", "me- pasang"),
        ("memenuhi", "me- penuh -i"),
        ("memetakan", "me- peta -kan"),
        ("memindai", "me- pindai"),
        ("menulis", "me- tulis"),
        ("menerima", "me- terima"),
        ("menetapkan", "me- tetap -kan"),
        ("menargetkan", "me- target -kan"),
        ("menunggu", "me- tunggu"),
        ("menurun", "me- turun"),
        ("mengirim", "me- kirim"),
        ("mengelola", "me- kelola"),
        ("mengerjakan", "me- kerja -kan"),
        ("mengumpulkan", "me- kumpul -kan"),
        ("mengendalikan", "me- kendali -kan"),
        ("mengurangi", "me- kurang -i"),
        ("mengetik", "me- ketik"),
        ("menyusun", "me- susun"),
        ("menyampaikan", "me- sampai -kan"),
        ("menyelesaikan", "me- selesai -kan"),
        ("menyepakati", "me- sepakat -i"),
        # … but not before a cluster, and not from roots that begin with the nasal.
        ("memproses", "me- proses"),
        ("mempresentasikan", "me- presentasi -kan"),
        ("mentransfer", "me- transfer"),
        ("mengkritik", "me- kritik"),
        ("mengklarifikasi", "me- klarifikasi"),
        ("mensyaratkan", "me- syarat -kan"),
        ("menyatakan", "me- nyata -kan"),
        ("menyala", "me- nyala"),
        ("menilai", "me- nilai"),
        ("memulai", "me- mulai"),
        ("memasukkan", "me- masuk -kan"),
        ("memutakhirkan", "me- mutakhir -kan"),
        ("memiliki", "me- milik -i"),
        ("meminta", "me- minta"),
        ("memonitor", "me- monitor"),
        # Before b, f, v · c, d, j · g, h · l, r, w, y nothing is lost.
        ("membahas", "me- bahas"),
        ("memfasilitasi", "me- fasilitasi"),
        ("memverifikasi", "me- verifikasi"),
        ("mencapai", "me- capai"),
        ("mendampingi", "me- damping -i"),
        ("menjadwalkan", "me- jadwal -kan"),
        ("menggunakan", "me- guna -kan"),
        ("menghitung", "me- hitung"),
        ("melaporkan", "me- lapor -kan"),
        ("merapikan", "me- rapi -kan"),
        ("mewujudkan", "me- wujud -kan"),
        ("meyakinkan", "me- yakin -kan"),
        # meng- before a vowel: the root begins with the vowel, though a k-root may exist.
        ("mengisi", "me- isi"),
        ("mengukur", "me- ukur"),
        ("mengubah", "me- ubah"),
        ("mengurus", "me- urus"),
        ("mengundang", "me- undang"),
        ("mengakui", "me- aku -i"),
        ("mengajukan", "me- aju -kan"),
        ("mengamati", "me- amat -i"),
        ("mengatasi", "me- atas -i"),
        ("menguji", "me- uji"),
        ("mengunggah", "me- unggah"),
        ("mengevaluasi", "me- evaluasi"),
        ("mengeluarkan", "me- keluar -kan"),
        ("mengembangkan", "me- kembang -kan"),
        ("mengembalikan", "me- kembali -kan"),
        # menge- before roots of one syllable.
        ("mengecek", "me- cek"),
        ("mengesahkan", "me- sah -kan"),
        ("mengecat", "me- cat"),
        ("mengetes", "me- tes"),
        ("mengecor", "me- cor"),
        # Common spellings that keep the letter the norm drops.
        ("mensosialisasikan", "me- sosialisasi -kan"),
        ("mengkoordinasikan", "me- koordinasi -kan"),
        ("mentaati", "me- taat -i"),
        ("mempengaruhi", "me- pengaruh -i"),
    ],
)
def test_me(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("memperbaiki", "memper- baik -i"),
        ("memperbarui", "memper- baru -i"),
        ("memperkuat", "memper- kuat"),
        ("memperoleh", "memper- oleh"),
        ("mempertahankan", "memper- tahan -kan"),
        ("mempelajari", "memper- ajar -i"),
        ("memberdayakan", "member- daya -kan"),
        ("memberlakukan", "member- laku -kan"),
        ("memberitahukan", "me- beritahu -kan"),
        ("memberikan", "me- beri -kan"),
        ("memperlukan", "me- perlu -kan"),
        ("diperbaiki", "diper- baik -i"),
        ("dipertimbangkan", "diper- timbang -kan"),
        ("dipertanggungjawabkan", "diper- tanggungjawab -kan"),
        ("dipelajari", "diper- ajar -i"),
        ("diberlakukan", "diber- laku -kan"),
        # per- that belongs to the root stays with it.
        ("diperiksa", "di- periksa"),
        ("diperlukan", "di- perlu -kan"),
        ("diperintahkan", "di- perintah -kan"),
        ("dipercaya", "di- percaya"),
    ],
)
def test_memper_and_diper(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("disusun", "di- susun"),
        ("ditetapkan", "di- tetap -kan"),
        ("disetujui", "di- setuju -i"),
        ("ditandatangani", "di- tandatangan -i"),
        ("ditindaklanjuti", "di- tindaklanjut -i"),
        ("diikuti", "di- ikut -i"),
        ("diisi", "di- isi"),
        ("dimulai", "di- mulai"),
        ("didata", "di- data"),
        ("dinilai", "di- nilai"),
        ("direkap", "di- rekap"),
        ("dikerjakan", "di- kerja -kan"),
        ("dimutakhirkan", "di- mutakhir -kan"),
        ("terlaksana", "ter- laksana"),
        ("terpenuhi", "ter- penuh -i"),
        ("teratasi", "ter- atas -i"),
        ("terselesaikan", "ter- selesai -kan"),
        ("tertandatangani", "ter- tandatangan -i"),
        ("terbaik", "ter- baik"),
        ("terukur", "ter- ukur"),
        ("terkendala", "ter- kendala"),
        # te(r)- before r.
        ("terekam", "ter- rekam"),
        ("terencana", "ter- rencana"),
        ("teregistrasi", "ter- registrasi"),
        ("terealisasi", "ter- realisasi"),
        ("berkoordinasi", "ber- koordinasi"),
        ("berjalan", "ber- jalan"),
        ("berlangsung", "ber- langsung"),
        ("berdasarkan", "ber- dasar -kan"),
        ("beranggotakan", "ber- anggota -kan"),
        ("bermasalah", "ber- masalah"),
        ("berisi", "ber- isi"),
        ("berencana", "ber- rencana"),
        ("bekerja", "ber- kerja"),
        ("belajar", "ber- ajar"),
        # Bare stems with a suffix: imperatives and the verb after saya/kami.
        ("kirimkan", "kirim -kan"),
        ("lengkapi", "lengkap -i"),
        ("tingkatkan", "tingkat -kan"),
        ("setujui", "setuju -i"),
        ("selesaikan", "selesai -kan"),
        ("perbaiki", "per- baik -i"),
        ("pertahankan", "per- tahan -kan"),
    ],
)
def test_di_ter_ber_and_bare_stems(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("penyusunan", "pe- susun -an"),
        ("pengiriman", "pe- kirim -an"),
        ("pelaksanaan", "pe- laksana -an"),
        ("penyelesaian", "pe- selesai -an"),
        ("pengawasan", "pe- awas -an"),
        ("penilaian", "pe- nilai -an"),
        ("pemahaman", "pe- paham -an"),
        ("pengesahan", "pe- sah -an"),
        ("pengecoran", "pe- cor -an"),
        ("pengujian", "pe- uji -an"),
        ("pengisian", "pe- isi -an"),
        ("perencanaan", "pe- rencana -an"),
        ("perawatan", "pe- rawat -an"),
        ("perumusan", "pe- rumus -an"),
        ("pemberdayaan", "pember- daya -an"),
        ("pemberitahuan", "pe- beritahu -an"),
        ("pembelajaran", "pe- ajar -an"),
        ("pelajaran", "pe- ajar -an"),
        ("pekerjaan", "pe- kerja -an"),
        ("pekerja", "pe- kerja"),
        ("petugas", "pe- tugas"),
        ("pejabat", "pe- jabat"),
        ("pengguna", "pe- guna"),
        ("pengelola", "pe- kelola"),
        ("penyedia", "pe- sedia"),
        ("pengurus", "pe- urus"),
        ("penerima", "pe- terima"),
        ("pelaku", "pe- laku"),
        ("perjalanan", "per- jalan -an"),
        ("pertemuan", "per- temu -an"),
        ("peraturan", "per- atur -an"),
        ("perbaikan", "per- baik -an"),
        ("perubahan", "per- ubah -an"),
        ("permasalahan", "per- masalah -an"),
        ("persetujuan", "per- setuju -an"),
        ("permintaan", "per- minta -an"),
        ("peringatan", "per- ingat -an"),
        ("perizinan", "per- izin -an"),
        ("pertanggungjawaban", "per- tanggungjawab -an"),
    ],
)
def test_pe_an_and_per_an(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kehadiran", "ke- hadir -an"),
        ("kegiatan", "ke- giat -an"),
        ("keuangan", "ke- uang -an"),
        ("keputusan", "ke- putus -an"),
        ("kesesuaian", "ke- sesuai -an"),
        ("keterampilan", "ke- terampil -an"),
        ("ketertiban", "ke- tertib -an"),
        ("keterangan", "ke- terang -an"),
        ("keterlambatan", "keter- lambat -an"),
        ("ketersediaan", "keter- sedia -an"),
        ("keberhasilan", "keber- hasil -an"),
        ("keberlanjutan", "keber- lanjut -an"),
        ("ketidakhadiran", "ketidak- hadir -an"),
        ("ketidaksesuaian", "ketidak- sesuai -an"),
        ("laporan", "lapor -an"),
        ("catatan", "catat -an"),
        ("usulan", "usul -an"),
        ("bagian", "bagi -an"),
        ("bulanan", "bulan -an"),
        ("kepemilikan", "kepe- milik -an"),
        ("berkelanjutan", "berke- lanjut -an"),
        ("ketidaktercapaian", "ketidakter- capai -an"),
        ("kedua", "ke- dua"),
    ],
)
def test_ke_an_and_an(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hasilnya", "hasil =nya"),
        ("laporannya", "lapor -an =nya"),
        ("terlaksananya", "ter- laksana =nya"),
        ("tersusunnya", "ter- susun =nya"),
        ("meningkatnya", "me- tingkat =nya"),
        ("selesainya", "selesai =nya"),
        ("mengirimkannya", "me- kirim -kan =nya"),
        ("pelaksanaannya", "pe- laksana -an =nya"),
        ("sebaiknya", "se- baik =nya"),
        ("laporanmu", "lapor -an =mu"),
        ("tugasku", "tugas =ku"),
        ("skp-nya", "skp =nya"),
        ("buatlah", "buat =lah"),
        ("kirimkanlah", "kirim -kan =lah"),
        ("bisakah", "bisa =kah"),
        ("siapapun", "siapa =pun"),
        ("hasilnyalah", "hasil =nya =lah"),
        # A word in no list still gives its -nya back.
        ("ikpanya", "ikpa? =nya"),
    ],
)
def test_clitics_and_particles(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dokumen-dokumen", "dokumen ²"),
        ("laporan-laporan", "lapor -an ²"),
        ("dokumen-dokumennya", "dokumen =nya ²"),
        ("kegiatan2", "ke- giat -an ²"),
        ("target2", "target ²"),
        ("target²", "target ²"),
        ("target2nya", "target =nya ²"),
        ("rata-rata", "rata ²"),
        ("mudah-mudahan", "mudah -an ²"),
        ("asal-asalan", "asal -an ²"),
        ("satu-satunya", "satu =nya ²"),
        ("berulang-ulang", "ber- ulang ²"),
        ("bersama-sama", "ber- sama ²"),
        ("menunda-nunda", "me- tunda ²"),
        ("terus-menerus", "terus ²"),
        ("surat-menyurat", "surat ²"),
        ("sehari-hari", "se- hari ²"),
        ("sebaik-baiknya", "se- baik =nya ²"),
        ("selambat-lambatnya", "se- lambat =nya ²"),
        # A digit that belongs to the word, and a compound, are no reduplication.
        ("m2", "m2?"),
        ("covid-19", "covid-19?"),
        ("kerja-sama", "kerja-sama?"),
    ],
)
def test_reduplication(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # EYD V: a hyphen between an affix and a foreign or capitalised word.
        ("di-approve", "di- approve"),
        ("me-review", "me- review"),
        ("meng-upload", "me- upload"),
        ("ber-akhlak", "ber- akhlak"),
        ("di-phk-kan", "di- phk -kan"),
        ("e-katalog", "e-katalog"),
    ],
)
def test_affixes_with_a_hyphen(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    "word",
    (
        # not di-, ke-, se-, ber-, ter-, me-, pe-, per-
        "dinas diskusi disiplin direktur disposisi dialog diklat digital distribusi diri "
        "kepala kertas kelas kelompok kendala kerja kemarin ketua kementerian sekretaris "
        "semester selesai seksi sesuai setuju sedang segera seluruh sertifikat "
        "berkas berita berat bersih beres terbit tertib terima terampil terus terhadap "
        "metode menteri mentor mekanisme media meter memang melalui "
        "perintah perlu persen periode pernah pertama peristiwa periksa personel perangkat peran "
        "peta pekan penuh pesan pegawai peserta "
        # not -an, -kan, -i
        "bukan akan dengan makan bulan jalan badan halaman teman "
        "bukti nilai mulai teliti sampai materi kali verifikasi lokasi "
        # not -nya, -ku, -mu, -lah, -kah, -pun
        "hanya punya tanya buku waktu ilmu tamu temu masalah jumlah langkah sekolah istilah "
        "adalah setelah telah himpun meskipun walaupun maupun namun"
    ).split(),
)
def test_words_that_only_look_affixed(word: str) -> None:
    special = {"kementerian": "ke- menteri -an", "melalui": "me- lalu -i", "peserta": "pe- serta"}
    check(word, special.get(word, word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dievaluasi", "di- evaluasi"),
        ("terverifikasi", "ter- verifikasi"),
        ("tervalidasi", "ter- validasi"),
        ("memvalidasi", "me- validasi"),
        ("mengonfirmasi", "me- konfirmasi"),
        ("mengkonfirmasi", "me- konfirmasi"),
        ("menyosialisasikan", "me- sosialisasi -kan"),
        ("disosialisasikan", "di- sosialisasi -kan"),
        ("mengoordinasikan", "me- koordinasi -kan"),
        ("pengoordinasian", "pe- koordinasi -an"),
        ("menginput", "me- input"),
        ("penginputan", "pe- input -an"),
        ("terinput", "ter- input"),
        ("mengentri", "me- entri"),
        ("mendokumentasikan", "me- dokumentasi -kan"),
        ("terdokumentasi", "ter- dokumentasi"),
        ("pendokumentasian", "pe- dokumentasi -an"),
        ("menginventarisasi", "me- inventarisasi"),
        ("terintegrasi", "ter- integrasi"),
        ("mengoptimalkan", "me- optimal -kan"),
        ("difinalisasi", "di- finalisasi"),
        ("penganggaran", "pe- anggar -an"),
        ("pengarsipan", "pe- arsip -an"),
        ("diakses", "di- akses"),
        ("mengakses", "me- akses"),
        ("menganalisis", "me- analisis"),
        ("diaudit", "di- audit"),
        ("dipublikasikan", "di- publikasi -kan"),
        ("terdigitalisasi", "ter- digitalisasi"),
        ("direvisi", "di- revisi"),
        ("mereviu", "me- reviu"),
        ("merekapitulasi", "me- rekapitulasi"),
        ("distandarkan", "di- standar -kan"),
        ("terprogram", "ter- program"),
        ("didisposisikan", "di- disposisi -kan"),
        ("pemetaan", "pe- peta -an"),
        ("pemutakhiran", "pe- mutakhir -an"),
    ],
)
def test_office_loan_words(word: str, expected: str) -> None:
    check(word, expected)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("laporan-laporannya", "laporan"),
        ("terlaksananya", "terlaksana"),
        ("kirimkanlah", "kirimkan"),
        ("target2", "target"),
        ("skp-nya", "skp"),
        ("menyusun", "menyusun"),
    ],
)
def test_the_base_keeps_affixes_and_drops_what_is_hung_on(word: str, base: str) -> None:
    assert analyse(word).base == base


@pytest.mark.parametrize("word", ["xyz", "qwerty", "", "-", "2", "²", "ñandú", "--", "a-", "-nya"])
def test_what_is_no_word_is_its_own_root(word: str) -> None:
    assert parse(analyse(word)) == f"{word}?".strip()
