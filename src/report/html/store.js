
// ---- what is in the file -----------------------------------------------------------------------

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function unpack(base64) {
  const bytes = bytesOf(base64);
  if (typeof DecompressionStream === "undefined") {
    return new TextDecoder().decode(new Inflater(bytes).run());
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

/** The index of the report, and its blocks, each unpacked when it is first asked for. */
class Store {
  constructor(index) {
    this.index = index;
    this.findings = index.findings;
    this.count = index.findings.rule.length;
    this.blocks = new Map();
    this.partyNumbers = new Map();
    index.parties.forEach(([kind, key], number) => {
      this.partyNumbers.set(`${index.kinds[kind]}-${key}`, number);
    });
    this.ruleNumbers = new Map(index.rules.map(([id], number) => [id, number]));
  }

  static async open() {
    return new Store(await Store.read("index", 0));
  }

  static async read(name, number) {
    const element = document.getElementById(`block-${name}-${number}`);
    return element === null ? [] : JSON.parse(await unpack(element.textContent));
  }

  block(name, number) {
    const id = `${name}-${number}`;
    if (!this.blocks.has(id)) this.blocks.set(id, Store.read(name, number));
    return this.blocks.get(id);
  }

  async item(name, number) {
    const size = this.index.sizes[name];
    const block = await this.block(name, Math.floor(number / size));
    return block[number % size];
  }

  message(finding) {
    return this.item("messages", finding);
  }

  details(finding) {
    return this.item("details", finding);
  }

  track(party) {
    return this.item("tracks", party);
  }

  /** What a search looks through, in small letters, by finding. */
  async searched() {
    if (this.texts) return this.texts;
    const texts = [];
    const size = this.index.sizes.messages;
    for (let start = 0; start < this.count; start += size) {
      // One after the other, so that a large report does not hold two copies of all at once.
      // eslint-disable-next-line no-await-in-loop
      const block = await this.block("messages", start / size);
      block.forEach((message, i) => {
        const at = start + i;
        const rule = this.rule(this.findings.rule[at]);
        const parties = this.findings.parties[at].map((party) => this.index.parties[party][1]);
        const team = this.findings.team[at];
        if (team !== null) parties.push(this.index.parties[team][1]);
        texts.push([rule.id, rule.title, this.findings.key[at], ...parties, message]
          .join(" ").toLowerCase());
      });
    }
    this.texts = texts;
    return texts;
  }

  rule(number) {
    const [id, title, severity, remedy] = this.index.rules[number];
    return { id, title, severity, remedy };
  }

  verdict(finding) {
    return this.index.verdicts[this.findings.verdict[finding]];
  }

  severity(finding) {
    return this.index.severities[this.index.rules[this.findings.rule[finding]][2]];
  }

  party(number) {
    const [kind, key] = this.index.parties[number];
    return { number, kind: this.index.kinds[kind], key };
  }

  /** The findings that concern a party. */
  of(party) {
    const found = [];
    for (let i = 0; i < this.count; i += 1) {
      if (this.findings.team[i] === party || this.findings.parties[i].includes(party)) {
        found.push(i);
      }
    }
    return found;
  }
}
