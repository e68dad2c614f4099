import { z } from 'zod';

import type { VirtualClock } from '../core/clock';
import { Stamps } from '../core/stamps';
import { ERP_USER } from './defaults';
import type { Doctype } from './doctypes';

/** A record, as the API gives it. */
export type ErpRecord = Record<string, unknown> & { doctype: string; name: string };

const recordSchema = z.object({ doctype: z.string(), name: z.string() }).passthrough();

/** Records as they were kept. */
const storeSchema = z.object({ records: z.array(recordSchema), last: z.record(z.number()) });

/** The ERP's records, of all kinds. */
export class ErpStore {
	#records = new Map<string, ErpRecord>();
	#last: Record<string, number> = {};
	readonly #stamps: Stamps;

	constructor(clock: VirtualClock) {
		this.#stamps = new Stamps(clock);
	}

	get(doctype: string, name: string): ErpRecord | undefined {
		return this.#records.get(keyOf(doctype, name));
	}

	/** Those of all kinds, oldest first. */
	records(): ErpRecord[] {
		return [...this.#records.values()];
	}

	/** Oldest first. */
	all(doctype: string): ErpRecord[] {
		return this.records().filter((record) => record.doctype === doctype);
	}

	/** Adds a record, named by its series unless it brings a name. */
	add(doctype: string, kind: Doctype, values: Record<string, unknown>, name?: string): ErpRecord {
		const now = this.now();
		const record: ErpRecord = {
			name: name ?? this.#nextName(kind),
			owner: ERP_USER,
			creation: now,
			modified: now,
			modified_by: ERP_USER,
			...kind.defaults,
			...values,
			doctype,
		};
		this.#records.set(keyOf(doctype, record.name), record);
		return record;
	}

	remove({ doctype, name }: ErpRecord): void {
		this.#records.delete(keyOf(doctype, name));
	}

	/** As the framework writes times: no zone, a blank instead of the T. */
	now(): string {
		return this.#stamps.next().replace('T', ' ').replace('Z', '');
	}

	reset(): void {
		this.#records.clear();
		this.#last = {};
		this.#stamps.reset();
	}

	snapshot(): z.input<typeof storeSchema> {
		return { records: this.records(), last: this.#last };
	}

	restore(kept: unknown): void {
		const { records, last } = storeSchema.parse(kept);
		this.#records = new Map(records.map((each) => [keyOf(each.doctype, each.name), each]));
		this.#last = last;
	}

	#nextName({ series }: Doctype): string {
		const number = (this.#last[series] ?? 0) + 1;
		this.#last[series] = number;
		return `${series}${String(number).padStart(5, '0')}`;
	}
}

function keyOf(doctype: string, name: string): string {
	return `${doctype}/${name}`;
}
