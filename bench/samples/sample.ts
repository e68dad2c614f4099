import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Sender } from '../probes/context';

const FIXTURES = path.join(__dirname, '..', '..', 'test', 'fixtures');

/** What a vendor's trigger is called with, and what it makes of it. */
export interface Sample {
	/** The secret that the calls carry, in the body or beside it. */
	token: string;
	/** What a call may take, in microseconds, where that was promised. */
	targetP99?: number;
	/** What its calls need besides. */
	sender?: Partial<Sender>;
	/** JSON as it is sent, smallest first. */
	texts: string[];
	/** Values of an item that show that the trigger has done its work. */
	item: Record<string, unknown>;
	/** The same for n8n's Onfleet Trigger, where it is measured beside with these calls. */
	onfleetItem?: Record<string, unknown>;
}

/** Reads a file below `test/fixtures`. */
export function fixture(file: string): unknown {
	return JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8'));
}
