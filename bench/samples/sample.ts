import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Sender } from '../probes/context';

const FIXTURES = path.join(__dirname, '..', '..', 'test', 'fixtures');

/** What a vendor's trigger is called with, and what it makes of it. */
export interface Sample {
	/** The secret that the calls carry, in the body or beside it. */
	token: string;
	/** What its calls need besides. */
	sender?: Partial<Sender>;
	/** JSON as it is sent, smallest first. */
	texts: string[];
	/** Values of an item that show that the trigger has done its work. */
	item: Record<string, unknown>;
	/** The same for n8n's Onfleet Trigger, where it is measured beside with these calls. */
	onfleetItem?: Record<string, unknown>;
}

/** Bytes of the bodies whose growth is looked at. */
const SIZES = [9_000, 100_000];

/** The JSON of bodies of 9 and 100 kB, or a little more. @param body one with so many of something */
export function grown(body: (count: number) => object): string[] {
	return SIZES.map((bytes) => {
		for (let count = 1; ; count++) {
			const text = JSON.stringify(body(count));
			if (Buffer.byteLength(text) >= bytes) return text;
		}
	});
}

/** What a list of so many holds, each made from its number. */
export function list<Entry>(length: number, entry: (number: number) => Entry): Entry[] {
	return Array.from({ length }, (_, index) => entry(index + 1));
}

/** Reads a file below `test/fixtures`. */
export function fixture(file: string): unknown {
	return JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8'));
}
