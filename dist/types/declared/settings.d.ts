/** A variable that go itself reads. */
export declare function isGoSetting(name: string): boolean;
/** One that is worth telling of. */
export declare function isTold(name: string): boolean;
/** A value as it may be shown: without credentials, on one line, short. */
export declare function showSetting(value: string): string;
