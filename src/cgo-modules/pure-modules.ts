import type { PureModule } from './module.js'

/** Often taken for modules with C. Sorted by path; held against the real modules in `__tests__/heavy/cgo-modules.test.ts`. */
export const PURE_MODULES: readonly PureModule[] = [
  { path: 'github.com/ClickHouse/clickhouse-go/v2', version: 'v2.50.0', note: 'ClickHouse over its own protocol.' },
  {
    path: 'github.com/bytedance/sonic',
    version: 'v1.15.5',
    note: 'Assembly and code made at run time, not C: cross-compiling needs no C compiler.',
  },
  { path: 'github.com/cespare/xxhash/v2', version: 'v2.3.0', note: 'Assembly, not C.' },
  { path: 'github.com/fsnotify/fsnotify', version: 'v1.10.1', note: 'System calls; on macOS kqueue, not FSEvents.' },
  { path: 'github.com/go-sql-driver/mysql', version: 'v1.10.1', note: 'Speaks the protocol of MySQL itself: no libmysqlclient.' },
  { path: 'github.com/google/nftables', version: 'v0.3.0', note: 'Speaks netlink: no libnftnl.' },
  {
    path: 'github.com/jackc/pgx/v5',
    version: 'v5.12.0',
    note: 'Speaks the protocol of PostgreSQL itself: there is no "pure mode" to be chosen, and no libpq.',
  },
  { path: 'github.com/lib/pq', version: 'v1.12.3', note: 'Speaks the protocol of PostgreSQL itself: no libpq.' },
  { path: 'github.com/microsoft/go-mssqldb', version: 'v1.11.2', note: 'Speaks TDS itself: no ODBC.' },
  { path: 'github.com/minio/simdjson-go', version: 'v0.4.5', note: 'Assembly, not C.' },
  { path: 'github.com/opencontainers/selinux/go-selinux', version: 'v1.15.1', note: 'Files below /sys/fs/selinux: no libselinux.' },
  { path: 'github.com/vishvananda/netlink', version: 'v1.3.1', note: 'Speaks netlink: no libnl.' },
  { path: 'go.etcd.io/bbolt', version: 'v1.5.0', note: 'A database in Go: no LMDB.' },
]
