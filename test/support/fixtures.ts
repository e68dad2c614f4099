import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads a payload from test/fixtures. */
export function fixture(name: string): Record<string, unknown> {
	return JSON.parse(readFileSync(path.join(__dirname, '..', 'fixtures', name), 'utf8')) as Record<
		string,
		unknown
	>;
}
