/** Compares two texts by their UTF-8 bytes, as Go sorts: negative, zero or positive. For `toSorted`. */
export declare function byteOrder(a: string, b: string): number;
