// ---- unpacking without the browser's help ------------------------------------------------------
// For browsers that have no DecompressionStream: the format of RFC 1950 and 1951.

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
  83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5,
  5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513,
  769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10,
  11, 11, 12, 12, 13, 13];
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes of a Huffman tree: how many there are of each length, and their symbols in order. */
function huffman(lengths) {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const starts = new Uint16Array(17);
  for (let i = 1; i < 16; i += 1) starts[i + 1] = starts[i] + counts[i];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length > 0) {
      symbols[starts[length]] = symbol;
      starts[length] += 1;
    }
  });
  return { counts, symbols };
}

class Inflater {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 2; // after the header of RFC 1950
    this.held = 0;
    this.bits = 0;
    this.out = new Uint8Array(bytes.length * 4 + 1024);
    this.size = 0;
  }

  take(count) {
    while (this.bits < count) {
      this.held |= this.bytes[this.at] << this.bits;
      this.at += 1;
      this.bits += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.bits -= count;
    return value;
  }

  symbol(tree) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= this.take(1);
      const count = tree.counts[length];
      if (code - first < count) return tree.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("the packed data are damaged");
  }

  room(more) {
    if (this.size + more <= this.out.length) return;
    const larger = new Uint8Array(Math.max(this.out.length * 2, this.size + more));
    larger.set(this.out.subarray(0, this.size));
    this.out = larger;
  }

  stored() {
    this.bits = 0;
    this.held = 0;
    const size = this.bytes[this.at] | (this.bytes[this.at + 1] << 8);
    this.at += 4;
    this.room(size);
    this.out.set(this.bytes.subarray(this.at, this.at + size), this.size);
    this.at += size;
    this.size += size;
  }

  fixedTrees() {
    const lengths = Array.from({ length: 288 }, (_, i) => {
      if (i < 144) return 8;
      if (i < 256) return 9;
      return i < 280 ? 7 : 8;
    });
    return [huffman(lengths), huffman(new Array(30).fill(5))];
  }

  readTrees() {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const codes = this.take(4) + 4;
    const lengths = new Array(19).fill(0);
    for (let i = 0; i < codes; i += 1) lengths[LENGTH_ORDER[i]] = this.take(3);
    const tree = huffman(lengths);
    const all = [];
    while (all.length < literals + distances) {
      const symbol = this.symbol(tree);
      if (symbol < 16) {
        all.push(symbol);
      } else {
        const value = symbol === 16 ? all[all.length - 1] : 0;
        const extra = { 16: [2, 3], 17: [3, 3], 18: [7, 11] }[symbol];
        let times = this.take(extra[0]) + extra[1];
        for (; times > 0; times -= 1) all.push(value);
      }
    }
    return [huffman(all.slice(0, literals)), huffman(all.slice(literals))];
  }

  compressed([literals, distances]) {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        this.room(1);
        this.out[this.size] = symbol;
        this.size += 1;
      } else {
        let length = LENGTH_BASE[symbol - 257] + this.take(LENGTH_BITS[symbol - 257]);
        const far = this.symbol(distances);
        const distance = DISTANCE_BASE[far] + this.take(DISTANCE_BITS[far]);
        this.room(length);
        for (; length > 0; length -= 1) {
          this.out[this.size] = this.out[this.size - distance];
          this.size += 1;
        }
      }
    }
  }

  run() {
    let last = false;
    while (!last) {
      last = this.take(1) === 1;
      const kind = this.take(2);
      if (kind === 0) this.stored();
      else this.compressed(kind === 1 ? this.fixedTrees() : this.readTrees());
    }
    return this.out.subarray(0, this.size);
  }
}
