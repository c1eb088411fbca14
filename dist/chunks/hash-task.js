import { n as errorCode } from "./errors.js";
import { r as byteOrder } from "./snapshot.js";
import { createHash, hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";

// src/host/module-directory.ts
/** One buffer for all reads: a file is never held as a whole. */
const PIECE$1 = Buffer.allocUnsafeSlow(1048576);
/** Without O_NONBLOCK opening a fifo would wait for a writer; without O_NOFOLLOW a link put there meanwhile would be followed. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
/** A name that is not UTF-8 comes from readdir with this letter in it, which no module may have, and cannot be opened by it. */
const NO_UTF8 = "�";
/** Reads and hashes one file in one go: for the many small files of a module that is several times faster than by promises. */
function hashFile(path, name) {
	const file = openSync(path, FLAGS);
	try {
		const found = fstatSync(file);
		const mode = found.mode & 4095;
		if (!found.isFile()) return {
			path: name,
			kind: "other",
			sha256: null,
			size: 0,
			mode
		};
		const first = readSync(file, PIECE$1);
		if (first < PIECE$1.length) return {
			path: name,
			kind: "file",
			sha256: hash("sha256", PIECE$1.subarray(0, first)),
			size: first,
			mode
		};
		const whole = createHash("sha256").update(PIECE$1);
		let size = first;
		for (let read = readSync(file, PIECE$1); read > 0; read = readSync(file, PIECE$1)) {
			whole.update(PIECE$1.subarray(0, read));
			size += read;
		}
		return {
			path: name,
			kind: "file",
			sha256: whole.digest("hex"),
			size,
			mode
		};
	} finally {
		closeSync(file);
	}
}
/**
* Every file below a directory with its hash, sorted by path in UTF-8 byte order; links, special files and names that are
* not UTF-8 are named, not opened.
* `null` when nothing is there. Throws what the file system says.
*/
async function hashDirectoryFiles(directory) {
	const files = [];
	const folders = [""];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		let entries;
		try {
			entries = await readdir(join(directory, folder), { withFileTypes: true });
		} catch (error) {
			if (errorCode(error) !== "ENOENT") throw error;
			if (folder === "") return null;
			if (!folder.includes(NO_UTF8)) throw error;
			files.push({
				path: folder,
				kind: "other",
				sha256: null,
				size: 0,
				mode: 0
			});
			continue;
		}
		for (const entry of entries) {
			const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) folders.push(name);
			else if (entry.isFile() && !name.includes(NO_UTF8)) files.push(hashFile(join(directory, name), name));
			else files.push({
				path: name,
				kind: entry.isSymbolicLink() ? "symlink" : "other",
				sha256: null,
				size: 0,
				mode: 0
			});
		}
	}
	return files.toSorted((a, b) => byteOrder(a.path, b.path));
}

// src/modules/file-names.ts
/** golang.org/x/mod/module, badWindowsNames. */
const WINDOWS_NAMES = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;
/** golang.org/x/mod/module, fileNameOK: of ASCII these, of everything else letters. */
const LETTERS = /^[\w!#$%&()+,\-.=@[\]^{}~ \p{L}]*$/u;
function faultOfElement(element) {
	if (element === "") return "has an empty part";
	if (/^\.+$/.test(element)) return "goes through . or ..";
	if (element.endsWith(".")) return "has a part that ends with a dot";
	if (!LETTERS.test(element)) return "has characters that Go does not allow";
	const [short = ""] = element.split(".", 1);
	return WINDOWS_NAMES.test(short) ? "has a part that Windows keeps for a device" : null;
}
/**
* Why a module may not hold a file of this name (POSIX, from the root of the module); `null` when it may.
* A port of golang.org/x/mod/module, CheckFilePath.
*/
function faultOfFileName(name) {
	if (name === "") return "is empty";
	for (const element of name.split("/")) {
		const fault = faultOfElement(element);
		if (fault !== null) return fault;
	}
	return null;
}
/** One code point in the spelling that stands for all its cases: the same classes as Go's unicode.SimpleFold. */
function foldLetter(letter) {
	if (letter === "ı" || letter === "İ") return letter;
	const upper = letter.toUpperCase();
	return (Array.from(upper).length === 1 ? upper : letter).toLowerCase();
}
function foldCase(name) {
	return /^[\u0000-\u007F]*$/.test(name) ? name.toLowerCase() : Array.from(name, foldLetter).join("");
}
/** Finds the names that a file system without case, or any, cannot hold together: golang.org/x/mod/zip, collisionChecker, in linear time. */
function openNameTree() {
	const root = {
		name: "",
		isFolder: true,
		children: null
	};
	let size = 0;
	return {
		get size() {
			return size;
		},
		add(name, isFolder) {
			const parts = name.split("/");
			let at = root;
			for (const [depth, part] of parts.entries()) {
				const isInner = depth < parts.length - 1;
				at.children ??= /* @__PURE__ */ new Map();
				const folded = foldCase(part);
				const there = at.children.get(folded);
				if (there === void 0) {
					const made = {
						name: part,
						isFolder: isInner || isFolder,
						children: null
					};
					at.children.set(folded, made);
					size += 1;
					at = made;
					continue;
				}
				if (there.name !== part) return "stands there in two spellings";
				if (there.isFolder !== (isInner || isFolder)) return "is a file and a folder";
				if (!there.isFolder) return "stands there twice";
				at = there;
			}
			return null;
		}
	};
}

// src/host/module-zip.ts
/** golang.org/x/mod/zip, MaxZipFile: of the zip, and of all that is in it. */
const MAX_BYTES = 524288e3;
/** golang.org/x/mod/zip, MaxGoMod and MaxLICENSE: of the two files that tools read whole. */
const MAX_READ_WHOLE = 16777216;
/** No module comes near: what the names of a zip may take of memory. */
const MAX_DIRECTORY_BYTES = 67108864;
const MAX_NAMES = 5e5;
/** Larger entries are inflated piece by piece. */
const MAX_IN_MEMORY = 8388608;
const PIECE = 1048576;
const END = 101010256;
const END_BYTES = 22;
const ZIP64_LOCATOR = 117853008;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END = 101075792;
const ZIP64_END_BYTES = 56;
const HEADER = 33639248;
const HEADER_BYTES = 46;
const LOCAL = 67324752;
const LOCAL_BYTES = 30;
/** Extra fields of a local header, a prefix of the name, and some room. */
const USUAL_EXTRA = 256;
const STORED = 0;
const DEFLATED = 8;
/** Content that is no module zip; its message is one sentence part: `it has no directory`. */
var ZipFault = class extends Error {};
/** Synchronous on purpose: a module has thousands of small entries, and a promise for each costs more than reading it. */
function readAt(file, at, length) {
	const buffer = Buffer.allocUnsafe(length);
	let done = 0;
	while (done < length) {
		const read = readSync(file, buffer, done, length - done, at + done);
		if (read === 0) throw new ZipFault("it is truncated");
		done += read;
	}
	return buffer;
}
function findDirectory(file, size) {
	const tailBytes = Math.min(size, 65577);
	const tail = readAt(file, size - tailBytes, tailBytes);
	for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
		if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) > tail.length) continue;
		const place = {
			count: tail.readUInt16LE(at + 10),
			bytes: tail.readUInt32LE(at + 12),
			offset: tail.readUInt32LE(at + 16)
		};
		const isZip64 = place.count === 65535 || place.bytes === 4294967295 || place.offset === 4294967295;
		const locator = at - ZIP64_LOCATOR_BYTES;
		if (!isZip64 || locator < 0 || tail.readUInt32LE(locator) !== ZIP64_LOCATOR) return place;
		const end = readAt(file, Number(tail.readBigUInt64LE(locator + 8)), ZIP64_END_BYTES);
		if (end.readUInt32LE(0) !== ZIP64_END) throw new ZipFault("its directory cannot be found");
		return {
			count: Number(end.readBigUInt64LE(32)),
			bytes: Number(end.readBigUInt64LE(40)),
			offset: Number(end.readBigUInt64LE(48))
		};
	}
	throw new ZipFault("it is no zip");
}
const UTF8 = new TextDecoder("utf-8", { fatal: true });
function decodeName(bytes, prefix) {
	let name;
	try {
		name = UTF8.decode(bytes);
	} catch {
		throw new ZipFault("it holds a name that is not UTF-8");
	}
	if (!name.startsWith(`${prefix}/`)) throw new ZipFault(`it holds ${JSON.stringify(name.slice(0, 200))}, which is not below ${prefix}/`);
	const path = name.slice(prefix.length + 1);
	const fault = path === "" ? null : faultOfFileName(path.endsWith("/") ? path.slice(0, -1) : path);
	if (fault !== null) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}, whose name ${fault}`);
	return path;
}
/** golang.org/x/mod/zip: the module's own go.mod is the only one, and in small letters. */
function isStrayGoMod(path) {
	return /(?:^|\/)go\.mod$/i.test(path) && path !== "go.mod";
}
/** Reads the directory of a module zip, and holds it to the rules of golang.org/x/mod/zip, CheckZip. */
function readEntries(file, prefix) {
	const found = fstatSync(file);
	if (!found.isFile()) throw new ZipFault("it is no regular file");
	if (found.size > MAX_BYTES) throw new ZipFault("it is larger than a module may be (500 MiB)");
	const { offset: begin, bytes, count } = findDirectory(file, found.size);
	if (begin + bytes > found.size || count * HEADER_BYTES > bytes) throw new ZipFault("its directory lies about its size");
	if (bytes > MAX_DIRECTORY_BYTES) throw new ZipFault("its directory is larger than that of any module (64 MiB)");
	const directory = readAt(file, begin, bytes);
	const entries = [];
	const names = openNameTree();
	let total = 0;
	let totalPacked = 0;
	for (let at = 0; entries.length < count;) {
		if (at + HEADER_BYTES > bytes || directory.readUInt32LE(at) !== HEADER) throw new ZipFault("its directory is broken");
		const nameBytes = directory.readUInt16LE(at + 28);
		const next = at + HEADER_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
		if (next > bytes) throw new ZipFault("its directory is broken");
		const path = decodeName(directory.subarray(at + HEADER_BYTES, at + HEADER_BYTES + nameBytes), prefix);
		const size = directory.readUInt32LE(at + 24);
		total += size;
		if (total > MAX_BYTES) throw new ZipFault("it unpacks to more than a module may hold (500 MiB)");
		if ((path === "go.mod" || path === "LICENSE") && size > MAX_READ_WHOLE) throw new ZipFault(`its ${path} is larger than it may be (16 MiB)`);
		const isFolder = path.endsWith("/");
		const clash = path === "" ? null : names.add(isFolder ? path.slice(0, -1) : path, isFolder);
		if (clash !== null) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}, which ${clash}`);
		if (isStrayGoMod(path)) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}: a module has one go.mod, at its root`);
		if (names.size > MAX_NAMES) throw new ZipFault("it holds more files than any module (500,000)");
		const packed = directory.readUInt32LE(at + 20);
		const offset = directory.readUInt32LE(at + 42);
		totalPacked += packed;
		if (totalPacked > found.size) throw new ZipFault("its files lie over each other");
		if (offset + LOCAL_BYTES + packed > found.size) throw new ZipFault("its directory points beyond its end");
		const isUnix = directory.readUInt8(at + 5) === 3;
		entries.push({
			path,
			method: directory.readUInt16LE(at + 10),
			crc: directory.readUInt32LE(at + 16),
			packed,
			size,
			offset,
			mode: isUnix ? directory.readUInt32LE(at + 38) >>> 16 & 4095 : 0
		});
		at = next;
	}
	return entries;
}
function describe({ path }, what) {
	return new ZipFault(`${JSON.stringify(path.slice(0, 200))} in it ${what}`);
}
/** Where the content of an entry begins, behind its local header. */
function startOf(entry, header) {
	if (header.readUInt32LE(0) !== LOCAL) throw describe(entry, "is not where the directory says");
	if (entry.method !== STORED && entry.method !== DEFLATED) throw describe(entry, "is packed in a way that Go does not read");
	if (entry.method === STORED && entry.packed !== entry.size) throw describe(entry, "lies about its size");
	return LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
function isSmall({ packed, size }) {
	return packed <= MAX_IN_MEMORY && size <= MAX_IN_MEMORY;
}
/** The content of a small entry, by one read where its header is no longer than usual. */
function readSmall(file, entry, zipBytes) {
	const nameBytes = Buffer.byteLength(entry.path) + USUAL_EXTRA;
	const head = readAt(file, entry.offset, Math.min(LOCAL_BYTES + nameBytes + entry.packed, zipBytes - entry.offset));
	const start = startOf(entry, head);
	const packed = start + entry.packed <= head.length ? head.subarray(start, start + entry.packed) : readAt(file, entry.offset + start, entry.packed);
	if (entry.method === STORED) return packed;
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
	} catch {
		throw describe(entry, "cannot be unpacked");
	}
}
/** The content of a large entry, piece by piece, never more than it declares. */
async function* readLarge(file, entry) {
	const start = entry.offset + startOf(entry, readAt(file, entry.offset, LOCAL_BYTES));
	const pieces = function* () {
		for (let at = 0; at < entry.packed; at += PIECE) yield readAt(file, start + at, Math.min(PIECE, entry.packed - at));
	};
	if (entry.method === STORED) {
		yield* pieces();
		return;
	}
	const inflate = Readable.from(pieces()).compose(createInflateRaw());
	let size = 0;
	try {
		for await (const piece of inflate) {
			if (!Buffer.isBuffer(piece)) continue;
			size += piece.length;
			if (size > entry.size) throw describe(entry, "lies about its size");
			yield piece;
		}
	} catch (error) {
		throw error instanceof ZipFault ? error : describe(entry, "cannot be unpacked");
	}
}
function check(entry, size, crc) {
	if (size !== entry.size) throw describe(entry, "lies about its size");
	if (crc !== entry.crc) throw describe(entry, "has another checksum (CRC-32) than it declares");
}
async function hashLarge(file, entry) {
	const whole = createHash("sha256");
	let size = 0;
	let crc = 0;
	for await (const piece of readLarge(file, entry)) {
		size += piece.length;
		crc = crc32(piece, crc);
		whole.update(piece);
	}
	check(entry, size, crc);
	return whole.digest("hex");
}
function hashSmall(file, entry, zipBytes) {
	const content = readSmall(file, entry, zipBytes);
	check(entry, content.length, crc32(content));
	return hash("sha256", content);
}
/** Opens a zip without following a link or waiting for a writer; `null` when nothing is there. */
async function withZip(path, work) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return null;
		throw error;
	}
	try {
		return await work(file, fstatSync(file).size);
	} finally {
		closeSync(file);
	}
}
/** Every entry of a module zip with its hash, sorted by UTF-8 bytes; folders are entries, as in Go's hash. Throws `ZipFault`. */
async function hashZipFiles(path, prefix) {
	return withZip(path, async (file, bytes) => {
		const files = [];
		for (const entry of readEntries(file, prefix)) files.push({
			path: entry.path,
			kind: "file",
			sha256: isSmall(entry) ? hashSmall(file, entry, bytes) : await hashLarge(file, entry),
			size: entry.size,
			mode: entry.mode
		});
		return files.toSorted((a, b) => byteOrder(a.path, b.path));
	});
}
/** One file out of a module zip; `null` when it is not in it, or larger than `maxBytes` (at most 8 MiB). Throws `ZipFault`. */
async function readZipFile(path, prefix, name, maxBytes) {
	return withZip(path, async (file, bytes) => {
		const entry = readEntries(file, prefix).find((one) => one.path === name);
		return entry === void 0 || entry.size > maxBytes || !isSmall(entry) ? null : readSmall(file, entry, bytes);
	});
}

// src/host/hash-task.ts
function noHash(fault) {
	return {
		h1: null,
		fault,
		files: 0,
		bytes: 0
	};
}
/** Why a list of files has no hash: as golang.org/x/mod/sumdb/dirhash, plus what is no regular file. */
function faultOf(files) {
	for (const { path, kind } of files) {
		const name = JSON.stringify(path.slice(0, 200));
		if (kind === "symlink") return `it holds ${name}, which is a symbolic link`;
		if (path.includes("�")) return `it holds ${name}, a name that is not UTF-8`;
		if (kind === "other") return `it holds ${name}, which is no regular file`;
		if (path.includes("\n")) return `it holds ${name}, a name with a line break`;
	}
	return null;
}
/** golang.org/x/mod/sumdb/dirhash, Hash1: sha256 over `HASH  NAME` lines in byte order of the names. `files` are sorted. */
function hash1(files, prefix) {
	const hash = createHash("sha256");
	for (const { sha256, path } of files) hash.update(`${sha256 ?? ""}  ${prefix}/${path}\n`);
	return `h1:${hash.digest("base64")}`;
}
const UNREADABLE = {
	EACCES: "it cannot be read: permission denied",
	EPERM: "it cannot be read: permission denied",
	ELOOP: "it is a symbolic link",
	ENOENT: "it changed while it was read",
	ENAMETOOLONG: "it holds a name that is longer than the system takes",
	ENOTDIR: "it is no directory",
	EISDIR: "it is a directory"
};
/** Hashes a directory or a zip; `null` when nothing is there. Bad content is a fault; throws when the disk fails. */
async function runHashTask({ kind, path, prefix }) {
	try {
		const files = await (kind === "zip" ? hashZipFiles(path, prefix) : hashDirectoryFiles(path));
		if (files === null) return null;
		const fault = faultOf(files);
		if (fault !== null) return noHash(fault);
		return {
			h1: hash1(files, prefix),
			fault: null,
			files: files.length,
			bytes: files.reduce((sum, { size }) => sum + size, 0)
		};
	} catch (error) {
		if (error instanceof ZipFault) return noHash(error.message);
		const why = UNREADABLE[errorCode(error)];
		if (why !== void 0) return noHash(why);
		throw error;
	}
}

export { hashDirectoryFiles as a, faultOfFileName as i, hashZipFiles as n, readZipFile as r, runHashTask as t };