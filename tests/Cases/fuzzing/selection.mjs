// Keeps payloads so that every keyword is seen to hold and to fail, and both verdicts weigh the same.
const enough = 3;

export class Selection {
  kept = [];
  #evaluator;
  #count;
  #names = new Set();
  #waiting = { true: new Map(), false: new Map() };

  constructor(evaluator, count) {
    [this.#evaluator, this.#count] = [evaluator, count];
  }

  has(text) {
    return this.#names.has(text);
  }

  // Whether one of the verdicts has too few payloads yet.
  get lacks() {
    return [true, false].some(valid => this.#missing(valid) > [...this.#waiting[valid].values()].reduce((sum, bucket) => sum + bucket.length, 0));
  }

  #missing(valid) {
    return Math.ceil(this.#count / 2) - this.kept.filter(payload => payload.valid === valid).length;
  }

  // bucket: why a payload is refused, or what made it.
  offer(text, payload, seen, bucket) {
    this.#names.add(text);
    if ([...seen].some(outcome => (this.#evaluator.outcomes.get(outcome) ?? 0) < enough)) return this.#keep(payload, seen);
    const buckets = this.#waiting[payload.valid];
    if (!buckets.has(bucket)) buckets.set(bucket, []);
    buckets.get(bucket).push({ payload, seen });
  }

  #keep(payload, seen) {
    this.#evaluator.count(seen);
    this.kept.push(payload);
  }

  fill() {
    for (const valid of [true, false]) {
      const buckets = [...this.#waiting[valid].values()];
      let missing = this.#missing(valid);
      for (let round = 0; missing > 0; round++) {
        const row = buckets.filter(bucket => bucket.length > round).slice(0, missing);
        if (row.length === 0) break;
        row.forEach(bucket => this.#keep(bucket[round].payload, bucket[round].seen));
        missing -= row.length;
      }
    }
    return this.kept;
  }
}
