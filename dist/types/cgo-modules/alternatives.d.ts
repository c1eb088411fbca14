import type { PureAlternative } from './module.js';
/** Instead of SQLite in C. */
export declare const SQLITE: readonly PureAlternative[];
/** Instead of SQLCipher. */
export declare const SQLCIPHER: readonly PureAlternative[];
/** Instead of libzstd. */
export declare const ZSTD: readonly PureAlternative[];
/** Instead of librdkafka. */
export declare const KAFKA: readonly PureAlternative[];
/** Instead of libpcap. */
export declare const PCAP: readonly PureAlternative[];
/** Instead of the Oracle client. */
export declare const ORACLE: readonly PureAlternative[];
/** Instead of a WebAssembly engine in C, C++ or Rust. */
export declare const WEBASSEMBLY: readonly PureAlternative[];
/** Instead of libwebp. */
export declare const WEBP: readonly PureAlternative[];
/** Instead of libvips. */
export declare const IMAGES: readonly PureAlternative[];
/** Instead of libsecp256k1. */
export declare const SECP: readonly PureAlternative[];
/** Instead of LevelDB in C++. */
export declare const LEVELDB: readonly PureAlternative[];
/** Instead of RocksDB. */
export declare const ROCKS: readonly PureAlternative[];
/** Instead of the Security framework of macOS. */
export declare const KEYCHAIN: readonly PureAlternative[];
/** Instead of libzmq. */
export declare const ZMQ: readonly PureAlternative[];
/** Instead of libseccomp. */
export declare const SECCOMP: readonly PureAlternative[];
/** Instead of libfuse. */
export declare const FUSE: readonly PureAlternative[];
/** Instead of libgit2. */
export declare const GIT: readonly PureAlternative[];
/** Instead of GPGME. */
export declare const OPENPGP: readonly PureAlternative[];
/** Instead of libvirt. */
export declare const LIBVIRT: readonly PureAlternative[];
/** Instead of V8. */
export declare const JAVASCRIPT: readonly PureAlternative[];
