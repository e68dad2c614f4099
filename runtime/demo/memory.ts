import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

const notesSchema = z.object({
	/** Ids of the workflows by the file that they were made from. */
	workflows: z.record(z.string(), z.string()).default({}),
	/** Hash of what each thing was made from, so that it is touched only when that has changed. */
	made: z.record(z.string(), z.string()).default({}),
});
export type Notes = z.infer<typeof notesSchema>;

/** What the last start made. Empty when there was none, or when the notes cannot be read. */
export async function readNotes(home: string): Promise<Notes> {
	try {
		return notesSchema.parse(JSON.parse(await readFile(join(home, 'demo.json'), 'utf8')));
	} catch {
		return { workflows: {}, made: {} };
	}
}

export async function writeNotes(home: string, notes: Notes): Promise<void> {
	await writeFile(join(home, 'demo.json'), JSON.stringify(notes, null, 2));
}

/** SHA-256 in hex over a value's JSON. */
export function fingerprint(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
