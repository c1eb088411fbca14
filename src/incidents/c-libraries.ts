import type { Fix } from '../report/index.js'
import { debianArchitecture } from './c-compilers.js'
import type { IncidentFacts } from './incident.js'
import { installFixes, managersOf, type Packages } from './install.js'

/** A C library as distributions package it. */
interface CLibrary {
  /** Words after `-l`. */
  readonly links: string
  /** Headers, or the folder in which they lie (`openssl/`). */
  readonly headers: string
  /** Names for pkg-config. */
  readonly pkgConfig: string
  /** Beginnings of its functions' names. */
  readonly symbols: string
  readonly packages: Packages
}

function library(links: string, headers: string, pkgConfig: string, symbols: string, packages: string): CLibrary {
  const [apt = '-', apk = '-', dnf = '-', brew = '-'] = packages.split(' ')
  const named = { apt, apk, dnf, brew }
  return {
    links,
    headers,
    pkgConfig,
    symbols,
    packages: Object.fromEntries(Object.entries(named).filter(([, name]) => name !== '-')),
  }
}

/** Names: links, headers, pkg-config, symbols; then the packages of apt, apk, dnf and brew, `-` where there is none. */
const LIBRARIES: readonly CLibrary[] = [
  library('sqlite3', 'sqlite3.h', 'sqlite3', 'sqlite3_', 'libsqlite3-dev sqlite-dev sqlite-devel sqlite'),
  library('sqlcipher', 'sqlcipher/', 'sqlcipher', '', 'libsqlcipher-dev sqlcipher-dev sqlcipher-devel sqlcipher'),
  library(
    'ssl crypto',
    'openssl/',
    'openssl libssl libcrypto',
    'SSL_ EVP_ ERR_ BIO_ X509_',
    'libssl-dev openssl-dev openssl-devel openssl',
  ),
  library('z', 'zlib.h zconf.h', 'zlib', 'inflate deflate gz', 'zlib1g-dev zlib-dev zlib-devel zlib'),
  library('zstd', 'zstd.h zdict.h', 'libzstd', 'ZSTD_ ZDICT_', 'libzstd-dev zstd-dev libzstd-devel zstd'),
  library('lz4', 'lz4.h', 'liblz4', 'LZ4_', 'liblz4-dev lz4-dev lz4-devel lz4'),
  library('bz2', 'bzlib.h', 'bzip2', 'BZ2_', 'libbz2-dev bzip2-dev bzip2-devel bzip2'),
  library('lzma', 'lzma.h', 'liblzma', 'lzma_', 'liblzma-dev xz-dev xz-devel xz'),
  library('snappy', 'snappy.h snappy-c.h', 'snappy', 'snappy_', 'libsnappy-dev snappy-dev snappy-devel snappy'),
  library('pcap', 'pcap.h pcap/', 'libpcap', 'pcap_', 'libpcap-dev libpcap-dev libpcap-devel libpcap'),
  library('zmq', 'zmq.h', 'libzmq', 'zmq_', 'libzmq3-dev zeromq-dev zeromq-devel zeromq'),
  library('czmq', 'czmq.h', 'libczmq', 'zsock_ zmsg_', 'libczmq-dev czmq-dev czmq-devel czmq'),
  library('rdkafka', 'librdkafka/', 'rdkafka rdkafka-static', 'rd_kafka_', 'librdkafka-dev librdkafka-dev librdkafka-devel librdkafka'),
  library('git2', 'git2.h git2/', 'libgit2', 'git_', 'libgit2-dev libgit2-dev libgit2-devel libgit2'),
  library('vips', 'vips/', 'vips', 'vips_', 'libvips-dev vips-dev vips-devel vips'),
  library('gtk-3', 'gtk/', 'gtk+-3.0 gdk-3.0', 'gtk_ gdk_', 'libgtk-3-dev gtk+3.0-dev gtk3-devel gtk+3'),
  library('gtk-4', '', 'gtk4', '', 'libgtk-4-dev gtk4.0-dev gtk4-devel gtk4'),
  library('glib-2.0 gobject-2.0', 'glib.h glib-object.h', 'glib-2.0 gobject-2.0 gio-2.0', 'g_', 'libglib2.0-dev glib-dev glib2-devel glib'),
  library('webkit2gtk-4.1', 'webkit2/', 'webkit2gtk-4.1', 'webkit_', 'libwebkit2gtk-4.1-dev webkit2gtk-4.1-dev webkit2gtk4.1-devel'),
  library('webkit2gtk-4.0', '', 'webkit2gtk-4.0', '', 'libwebkit2gtk-4.0-dev webkit2gtk-dev webkit2gtk4.0-devel'),
  library(
    'ayatana-appindicator3',
    '',
    'ayatana-appindicator3-0.1',
    '',
    'libayatana-appindicator3-dev libayatana-appindicator-dev libayatana-appindicator-gtk3-devel',
  ),
  library('X11', 'X11/Xlib.h X11/', 'x11', 'XOpenDisplay', 'libx11-dev libx11-dev libX11-devel libx11'),
  library('Xrandr', 'X11/extensions/Xrandr.h', 'xrandr', 'XRR', 'libxrandr-dev libxrandr-dev libXrandr-devel libxrandr'),
  library('Xcursor', 'X11/Xcursor/', 'xcursor', 'Xcursor', 'libxcursor-dev libxcursor-dev libXcursor-devel libxcursor'),
  library('Xi', 'X11/extensions/XInput2.h', 'xi', 'XI', 'libxi-dev libxi-dev libXi-devel libxi'),
  library('Xinerama', 'X11/extensions/Xinerama.h', 'xinerama', 'Xinerama', 'libxinerama-dev libxinerama-dev libXinerama-devel libxinerama'),
  library('Xxf86vm', 'X11/extensions/xf86vmode.h', 'xxf86vm', 'XF86VidMode', 'libxxf86vm-dev libxxf86vm-dev libXxf86vm-devel libxxf86vm'),
  library('Xtst', 'X11/extensions/XTest.h', 'xtst', 'XTest', 'libxtst-dev libxtst-dev libXtst-devel libxtst'),
  library(
    'xkbcommon',
    'xkbcommon/',
    'xkbcommon xkbcommon-x11',
    'xkb_',
    'libxkbcommon-dev libxkbcommon-dev libxkbcommon-devel libxkbcommon',
  ),
  library(
    'wayland-client',
    'wayland-client.h',
    'wayland-client wayland-egl wayland-cursor',
    'wl_',
    'libwayland-dev wayland-dev wayland-devel',
  ),
  library('GL', 'GL/', 'gl', 'gl', 'libgl1-mesa-dev mesa-dev mesa-libGL-devel'),
  library('EGL', 'EGL/', 'egl', 'egl', 'libegl1-mesa-dev mesa-dev mesa-libEGL-devel'),
  library('GLESv2', 'GLES2/ GLES3/', 'glesv2', '', 'libgles2-mesa-dev mesa-dev mesa-libGLES-devel'),
  library('openal', 'AL/', 'openal', 'alSource alGen', 'libopenal-dev openal-soft-dev openal-soft-devel openal-soft'),
  library('asound', 'alsa/', 'alsa', 'snd_', 'libasound2-dev alsa-lib-dev alsa-lib-devel'),
  library('pulse', 'pulse/', 'libpulse libpulse-simple', 'pa_', 'libpulse-dev pulseaudio-dev pulseaudio-libs-devel pulseaudio'),
  library('portaudio', 'portaudio.h', 'portaudio-2.0', 'Pa_', 'portaudio19-dev portaudio-dev portaudio-devel portaudio'),
  library('SDL2', 'SDL2/ SDL.h', 'sdl2', 'SDL_', 'libsdl2-dev sdl2-dev SDL2-devel sdl2'),
  library('opencv_core', 'opencv2/', 'opencv4', 'cv::', 'libopencv-dev opencv-dev opencv-devel opencv'),
  library(
    'avcodec avformat avutil',
    'libavcodec/ libavformat/ libavutil/',
    'libavcodec libavformat libavutil libswscale',
    'av_ avcodec_ avformat_',
    'libavcodec-dev ffmpeg-dev ffmpeg-free-devel ffmpeg',
  ),
  library('opus', 'opus.h opus/', 'opus', 'opus_', 'libopus-dev opus-dev opus-devel opus'),
  library('udev', 'libudev.h', 'libudev', 'udev_', 'libudev-dev eudev-dev systemd-devel'),
  library('usb-1.0', 'libusb-1.0/ libusb.h', 'libusb-1.0', 'libusb_', 'libusb-1.0-0-dev libusb-dev libusb1-devel libusb'),
  library('systemd', 'systemd/', 'libsystemd', 'sd_', 'libsystemd-dev - systemd-devel'),
  library('seccomp', 'seccomp.h', 'libseccomp', 'seccomp_', 'libseccomp-dev libseccomp-dev libseccomp-devel'),
  library('pam', 'security/', 'pam', 'pam_', 'libpam0g-dev linux-pam-dev pam-devel'),
  library('devmapper', 'libdevmapper.h', 'devmapper', 'dm_', 'libdevmapper-dev lvm2-dev device-mapper-devel'),
  library('btrfs', 'btrfs/', 'libbtrfs', 'btrfs_', 'libbtrfs-dev btrfs-progs-dev btrfs-progs-devel'),
  library('gpgme', 'gpgme.h', 'gpgme', 'gpgme_', 'libgpgme-dev gpgme-dev gpgme-devel gpgme'),
  library('pq', 'libpq-fe.h postgresql/', 'libpq', 'PQ', 'libpq-dev libpq-dev libpq-devel libpq'),
  library(
    'mysqlclient mariadb',
    'mysql.h mysql/',
    'mysqlclient libmariadb',
    'mysql_',
    'libmariadb-dev mariadb-dev mariadb-connector-c-devel mariadb-connector-c',
  ),
  library('odbc', 'sql.h sqlext.h', 'odbc', 'SQL', 'unixodbc-dev unixodbc-dev unixODBC-devel unixodbc'),
  library('curl', 'curl/', 'libcurl', 'curl_', 'libcurl4-openssl-dev curl-dev libcurl-devel curl'),
  library('xml2', 'libxml/', 'libxml-2.0', 'xml', 'libxml2-dev libxml2-dev libxml2-devel libxml2'),
  library('jpeg turbojpeg', 'jpeglib.h', 'libjpeg', 'jpeg_', 'libjpeg-dev libjpeg-turbo-dev libjpeg-turbo-devel jpeg-turbo'),
  library('png png16', 'png.h', 'libpng', 'png_', 'libpng-dev libpng-dev libpng-devel libpng'),
  library('webp', 'webp/', 'libwebp', 'WebP', 'libwebp-dev libwebp-dev libwebp-devel webp'),
  library('heif', 'libheif/', 'libheif', 'heif_', 'libheif-dev libheif-dev libheif-devel libheif'),
  library('tesseract', 'tesseract/', 'tesseract', 'TessBaseAPI', 'libtesseract-dev tesseract-ocr-dev tesseract-devel tesseract'),
  library('leptonica lept', 'leptonica/', 'lept', 'pix', 'libleptonica-dev leptonica-dev leptonica-devel leptonica'),
  library('freetype', 'ft2build.h freetype2/', 'freetype2', 'FT_', 'libfreetype-dev freetype-dev freetype-devel freetype'),
  library('cairo', 'cairo.h cairo/', 'cairo', 'cairo_', 'libcairo2-dev cairo-dev cairo-devel cairo'),
  library('pango-1.0', 'pango/', 'pango pangocairo', 'pango_', 'libpango1.0-dev pango-dev pango-devel pango'),
  library('rocksdb', 'rocksdb/', 'rocksdb', 'rocksdb_', 'librocksdb-dev rocksdb-dev rocksdb-devel rocksdb'),
  library('geos_c', 'geos_c.h', 'geos', 'GEOS', 'libgeos-dev geos-dev geos-devel geos'),
  library('proj', 'proj.h', 'proj', 'proj_', 'libproj-dev proj-dev proj-devel proj'),
  library('gdal', 'gdal.h gdal/', 'gdal', 'GDAL OGR_', 'libgdal-dev gdal-dev gdal-devel gdal'),
  library('pcsclite', 'winscard.h PCSC/', 'libpcsclite', 'SCard', 'libpcsclite-dev pcsc-lite-dev pcsc-lite-devel pcsc-lite'),
  library('rados', 'rados/', '', 'rados_', 'librados-dev ceph-dev librados-devel'),
  library('rbd', 'rbd/', '', 'rbd_', 'librbd-dev ceph-dev librbd-devel'),
  library('virt', 'libvirt/', 'libvirt', 'virDomain virConnect', 'libvirt-dev libvirt-dev libvirt-devel libvirt'),
  library('lxc', 'lxc/', 'lxc', 'lxc_', '- lxc-dev lxc-devel'),
  library('apparmor', 'sys/apparmor.h', 'libapparmor', 'aa_', 'libapparmor-dev libapparmor-dev'),
  library('selinux', 'selinux/', 'libselinux', '', 'libselinux1-dev libselinux-dev libselinux-devel'),
  library('bpf', 'bpf/', 'libbpf', 'bpf_', 'libbpf-dev libbpf-dev libbpf-devel'),
  library('elf', 'libelf.h gelf.h', 'libelf', 'elf_ gelf_', 'libelf-dev elfutils-dev elfutils-libelf-devel libelf'),
  library('ltdl', 'ltdl.h', '', 'lt_dl', 'libltdl-dev libtool libtool-ltdl-devel libtool'),
  library('olm', 'olm/', 'olm', 'olm_', 'libolm-dev olm-dev libolm-devel libolm'),
  library('sodium', 'sodium.h', 'libsodium', 'crypto_ sodium_', 'libsodium-dev libsodium-dev libsodium-devel libsodium'),
  library('magic', 'magic.h', 'libmagic', 'magic_', 'libmagic-dev file-dev file-devel libmagic'),
  library('gssapi_krb5', 'gssapi/ gssapi.h krb5.h', 'krb5-gssapi', 'gss_ krb5_', 'libkrb5-dev krb5-dev krb5-devel krb5'),
  library('bluetooth', 'bluetooth/', 'bluez', '', 'libbluetooth-dev bluez-dev bluez-libs-devel'),
  library('ncurses ncursesw', 'ncurses.h curses.h', 'ncurses ncursesw', '', 'libncurses-dev ncurses-dev ncurses-devel ncurses'),
  library('readline', 'readline/', 'readline', 'rl_ readline', 'libreadline-dev readline-dev readline-devel readline'),
  library('stdc++', 'iostream string vector cstdint cstdlib memory', '', '__cxa_ __gxx_ std:: operator', 'g++ g++ gcc-c++'),
  library('gfortran', '', '', '_gfortran_', 'gfortran gfortran gcc-gfortran gcc'),
]

/** Headers of the C library itself: without them the compiler is there and its development files are not. */
const LIBC_HEADERS =
  /^(?:assert|ctype|errno|fcntl|inttypes|limits|locale|math|pthread|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|dlfcn|poll|sched)\.h$/
const LIBC: Packages = { apt: 'libc6-dev', apk: 'musl-dev', dnf: 'glibc-devel' }
const LIBC_LINKS = /^(?:c|m|pthread|dl|rt|util|resolv)$|^(?:[SgM]?crt1|crt[in])\.o$/

/** Whether a header belongs to the C library itself. */
export function isLibcHeader(name: string): boolean {
  return LIBC_HEADERS.test(name)
}

/** Whether a word after `-l`, or a start-up file, belongs to the C library itself. */
export function isLibcLink(name: string): boolean {
  return LIBC_LINKS.test(name)
}

/** What is looked for: a header, a word after `-l`, a pkg-config name, a C symbol. */
export type CName = 'header' | 'link' | 'pkg-config' | 'symbol'

function has(words: string, fits: (word: string) => boolean): boolean {
  return words !== '' && words.split(' ').some(fits)
}

function find(kind: CName, name: string): CLibrary | undefined {
  if (kind === 'link') return LIBRARIES.find(({ links }) => has(links, (word) => word === name))
  if (kind === 'pkg-config') return LIBRARIES.find(({ pkgConfig }) => has(pkgConfig, (word) => word === name))
  if (kind === 'symbol') return LIBRARIES.find(({ symbols }) => has(symbols, (word) => word.length > 2 && name.startsWith(word)))
  return (
    LIBRARIES.find(({ headers }) => has(headers, (word) => word === name)) ??
    LIBRARIES.find(({ headers }) => has(headers, (word) => word.endsWith('/') && name.startsWith(word)))
  )
}

/** The word after `-l` of the library that has this symbol, when it is a well-known one. */
export function libraryOfSymbol(symbol: string): string | null {
  return find('symbol', symbol)?.links.split(' ', 1)[0] ?? null
}

/** How to ask each package manager which package brings a file that no table knows. */
function searchFixes(kind: CName, name: string, facts: IncidentFacts): readonly Fix[] {
  const file = kind === 'link' ? `lib${name}.so` : kind === 'pkg-config' ? `${name}.pc` : name
  if (!/^[\w.+/-]+$/.test(file)) return []
  const commands = { apt: `apt-file search /${file}`, apk: '', dnf: `dnf provides '*/${file}'`, brew: '' }
  return managersOf(facts).flatMap((manager) =>
    commands[manager] === '' ? [] : [{ command: commands[manager], why: `Names the package that brings ${file}; install that one.` }],
  )
}

/**
 * Commands that bring the development files of a C library on this distribution, those of the target's architecture for a cross build;
 * for an unknown library the commands that find its package.
 */
export function libraryFixes(kind: CName, name: string, facts: IncidentFacts): readonly Fix[] {
  const libc = (kind === 'header' && isLibcHeader(name)) || (kind === 'link' && isLibcLink(name))
  const packages = libc ? LIBC : find(kind, name)?.packages
  const fixes = packages === undefined ? searchFixes(kind, name, facts) : installFixes(packages, `the development files of ${name}`, facts)
  const architecture = debianArchitecture(facts)
  if (architecture === null || packages?.apt === undefined || !managersOf(facts).includes('apt')) return fixes
  return [
    {
      command: `dpkg --add-architecture ${architecture} && apt-get update && apt-get install -y ${packages.apt}:${architecture}`,
      why: `Debian and Ubuntu, as root: brings the files of ${name} for the target, not for this machine`,
    },
  ]
}
