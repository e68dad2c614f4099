import { createRequire } from 'node:module';
import path from 'node:path';

const fromTop = createRequire(path.join(__dirname, '..', 'package.json'));

/**
 * What a file exports under a name, for names that follow from an entry in `vendors.ts`. The caller
 * says of what type it is, as no import tells.
 * @param file from the top of the checkout, such as `./nodes/Radaro/operations`
 * @throws Error where the file lacks it
 */
export function exported<Value>(file: string, name: string): Value {
	const all = fromTop(file) as Record<string, Value | undefined>;
	const value = all[name];
	if (value === undefined) throw new Error(`${file} exports nothing named ${name}.`);
	return value;
}
