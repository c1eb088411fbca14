/** A well-known module that is nothing, or much less, without cgo. */
export interface CgoModule {
  /** Beginning of the import paths. */
  readonly path: string
  /** A module without C that does the same; tested on Linux, macOS and Windows. */
  readonly pure?: string
  /** The name under which programs use it, where it is not the last element. */
  readonly name?: string
}

const MODULES: readonly CgoModule[] = [
  { path: 'github.com/mattn/go-sqlite3', pure: 'modernc.org/sqlite', name: 'sqlite3' },
  { path: 'github.com/mutecomm/go-sqlcipher', name: 'sqlite3' },
  { path: 'github.com/confluentinc/confluent-kafka-go', pure: 'github.com/twmb/franz-go', name: 'kafka' },
  { path: 'github.com/DataDog/zstd', pure: 'github.com/klauspost/compress/zstd' },
  { path: 'github.com/valyala/gozstd', pure: 'github.com/klauspost/compress/zstd' },
  { path: 'github.com/godror/godror', pure: 'github.com/sijms/go-ora/v2' },
  { path: 'github.com/google/gopacket/pcap', pure: 'github.com/gopacket/gopacket/pcapgo' },
  { path: 'github.com/gopacket/gopacket/pcap', pure: 'github.com/gopacket/gopacket/pcapgo' },
  { path: 'github.com/pebbe/zmq4', pure: 'github.com/go-zeromq/zmq4' },
  { path: 'github.com/linxGnu/grocksdb' },
  { path: 'github.com/tecbot/gorocksdb' },
  { path: 'github.com/marcboeker/go-duckdb', name: 'duckdb' },
  { path: 'github.com/miekg/pkcs11' },
  { path: 'github.com/msteinert/pam' },
  { path: 'github.com/coreos/go-systemd/v22/sdjournal' },
  { path: 'github.com/seccomp/libseccomp-golang', pure: 'github.com/elastic/go-seccomp-bpf', name: 'seccomp' },
  { path: 'github.com/go-gl/gl' },
  { path: 'github.com/go-gl/glfw' },
  { path: 'gocv.io/x/gocv' },
  { path: 'github.com/keybase/go-keychain', name: 'keychain' },
  { path: 'github.com/libgit2/git2go', pure: 'github.com/go-git/go-git/v5', name: 'git' },
  { path: 'github.com/bytecodealliance/wasmtime-go', pure: 'github.com/tetratelabs/wazero', name: 'wasmtime' },
  { path: 'github.com/wasmerio/wasmer-go', pure: 'github.com/tetratelabs/wazero' },
  { path: 'libvirt.org/go/libvirt', pure: 'github.com/digitalocean/go-libvirt' },
  { path: 'rogchap.com/v8go' },
  { path: 'github.com/veandco/go-sdl2' },
  { path: 'github.com/gordonklaus/portaudio' },
  { path: 'github.com/google/gousb' },
  { path: 'github.com/go-vgo/robotgo' },
  { path: 'github.com/gotk3/gotk3' },
  { path: 'github.com/chai2010/webp' },
  { path: 'github.com/davidbyttow/govips' },
  { path: 'github.com/ethereum/go-ethereum/crypto/secp256k1' },
  { path: 'github.com/containers/storage/drivers/btrfs' },
  { path: 'github.com/proglottis/gpgme' },
]

/** The module to which an import path (with a version or without) belongs, when it is known to need cgo. */
export function findCgoModule(path: string): CgoModule | null {
  const plain = path.replace(/@v[\w.\-+]+/, '')
  return MODULES.find((module) => plain === module.path || plain.startsWith(`${module.path}/`)) ?? null
}

/** The module that a program knows by this name: `sqlite3` of `sqlite3.ErrBusy`. */
export function findCgoModuleNamed(name: string): CgoModule | null {
  return MODULES.find((module) => (module.name ?? module.path.slice(module.path.lastIndexOf('/') + 1)) === name) ?? null
}
