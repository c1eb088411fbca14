import type { PureAlternative } from './module.js'

/** Instead of SQLite in C. */
export const SQLITE: readonly PureAlternative[] = [
  {
    path: 'modernc.org/sqlite',
    version: 'v1.62.0',
    limits: 'The driver is called sqlite, not sqlite3, its DSN has other parameters, and it is slower.',
  },
  {
    path: 'github.com/ncruces/go-sqlite3',
    version: 'v0.37.0',
    limits: 'SQLite by way of WebAssembly: another API and DSN, another set of extensions.',
  },
  {
    path: 'github.com/glebarez/go-sqlite',
    version: 'v1.23.0',
    limits: 'A driver over modernc.org/sqlite, for GORM among others; no extensions can be loaded.',
  },
]
/** Instead of SQLCipher. */
export const SQLCIPHER: readonly PureAlternative[] = [
  {
    path: 'github.com/ncruces/go-sqlite3',
    version: 'v0.37.0',
    limits: 'Encrypts with ciphers of its own (Adiantum, AES-XTS): it does not read files of SQLCipher.',
  },
]
/** Instead of libzstd. */
export const ZSTD: readonly PureAlternative[] = [
  {
    path: 'github.com/klauspost/compress/zstd',
    version: 'v1.20.3',
    limits: 'The same format with another API; of the 22 levels there are four, so that the highest ones come out larger.',
  },
]
/** Instead of librdkafka. */
export const KAFKA: readonly PureAlternative[] = [
  {
    path: 'github.com/twmb/franz-go/pkg/kgo',
    version: 'v1.22.2',
    limits: 'Another API; the configuration is options in Go, not names of librdkafka.',
  },
  { path: 'github.com/segmentio/kafka-go', version: 'v0.4.51', limits: 'A smaller API: no transactions.' },
  { path: 'github.com/IBM/sarama', version: 'v1.61.1', limits: 'Another API, with more to be set by hand.' },
]
/** Instead of libpcap. */
export const PCAP: readonly PureAlternative[] = [
  {
    path: 'github.com/gopacket/gopacket/pcapgo',
    version: 'v1.7.7',
    limits: 'Reads and writes capture files everywhere, captures on Linux only (AF_PACKET), and compiles no filter from text.',
  },
]
/** Instead of the Oracle client. */
export const ORACLE: readonly PureAlternative[] = [
  {
    path: 'github.com/sijms/go-ora/v2',
    version: 'v2.8.24',
    limits: 'Needs no Oracle client; another DSN, and object types and advanced queues differ or are missing.',
  },
]
/** Instead of a WebAssembly engine in C, C++ or Rust. */
export const WEBASSEMBLY: readonly PureAlternative[] = [
  {
    path: 'github.com/tetratelabs/wazero',
    version: 'v1.12.0',
    limits: 'Another API; it compiles on amd64 and arm64 and interprets elsewhere.',
  },
]
/** Instead of libwebp. */
export const WEBP: readonly PureAlternative[] = [
  { path: 'golang.org/x/image/webp', version: 'v0.47.0', limits: 'Decodes only.' },
  { path: 'github.com/HugoSmits86/nativewebp', version: 'v0.9.3', limits: 'Encodes without loss only.' },
]
/** Instead of libvips. */
export const IMAGES: readonly PureAlternative[] = [
  {
    path: 'golang.org/x/image/draw',
    version: 'v0.47.0',
    limits:
      'Scales well; with the image packages of the standard library and golang.org/x/image for formats. Slower, with more memory, and without HEIF, AVIF and PDF.',
  },
  {
    path: 'github.com/disintegration/imaging',
    version: 'v1.6.2',
    limits: 'Scales, crops, turns and filters; slower, with more memory, for JPEG, PNG, GIF, TIFF and BMP.',
  },
]
/** Instead of libsecp256k1. */
export const SECP: readonly PureAlternative[] = [
  {
    path: 'github.com/decred/dcrd/dcrec/secp256k1/v4',
    version: 'v4.4.1',
    limits: 'Another API; signing and recovering take several times as long.',
  },
]
/** Instead of LevelDB in C++. */
export const LEVELDB: readonly PureAlternative[] = [
  { path: 'github.com/syndtr/goleveldb/leveldb', version: 'v1.0.0', limits: 'Reads the same files; another API, slower compaction.' },
]
/** Instead of RocksDB. */
export const ROCKS: readonly PureAlternative[] = [
  { path: 'go.etcd.io/bbolt', version: 'v1.5.0', limits: 'A B+ tree, not an LSM tree: other files, one writer at a time.' },
  { path: 'github.com/dgraph-io/badger/v4', version: 'v4.9.6', limits: 'Another API and other files.' },
]
/** Instead of the Security framework of macOS. */
export const KEYCHAIN: readonly PureAlternative[] = [
  { path: 'github.com/zalando/go-keyring', version: 'v0.2.8', limits: 'Runs /usr/bin/security on macOS: passwords only, no certificates.' },
]
/** Instead of libzmq. */
export const ZMQ: readonly PureAlternative[] = [
  { path: 'github.com/go-zeromq/zmq4', version: 'v0.17.0', limits: 'Another API; not every socket type and option.' },
]
/** Instead of libseccomp. */
export const SECCOMP: readonly PureAlternative[] = [
  { path: 'github.com/elastic/go-seccomp-bpf', version: 'v1.6.0', limits: 'Another API; fewer architectures and conditions on arguments.' },
]
/** Instead of libfuse. */
export const FUSE: readonly PureAlternative[] = [
  { path: 'github.com/hanwen/go-fuse/v2/fs', version: 'v2.12.1', limits: 'Another API; Linux, macOS and FreeBSD only.' },
]
/** Instead of libgit2. */
export const GIT: readonly PureAlternative[] = [
  {
    path: 'github.com/go-git/go-git/v5',
    version: 'v5.19.3',
    limits: 'Another API; no merges beyond fast-forward, and slow with large repositories.',
  },
]
/** Instead of GPGME. */
export const OPENPGP: readonly PureAlternative[] = [
  {
    path: 'github.com/ProtonMail/go-crypto/openpgp',
    version: 'v1.5.2',
    limits: 'Keys come from files or memory: no gpg-agent, no smart cards.',
  },
]
/** Instead of libvirt. */
export const LIBVIRT: readonly PureAlternative[] = [
  {
    path: 'github.com/digitalocean/go-libvirt',
    version: 'v0.0.0-20261013170128-efbbdf578ac8',
    limits: 'Speaks the RPC of libvirtd; fewer helpers, and no client side drivers.',
  },
]
/** Instead of V8. */
export const JAVASCRIPT: readonly PureAlternative[] = [
  {
    path: 'github.com/dop251/goja',
    version: 'v0.0.0-20260917113740-793a2a65c13b',
    limits: 'An interpreter: slower, and not all of the newest ECMAScript.',
  },
]
