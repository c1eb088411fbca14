/**
 * A Go program for Linux that runs another program where /etc/resolv.conf is a file of ours and where only our nameservers exist. It is
 * started in network and mount namespaces of its own (`unshare -rmn`), so that nothing it does can be seen, or leave, outside of them.
 */
export declare const ROOM: string;
