// `npm run pictures`.
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from '../runtime/plain/processes.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';

const cwd = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const TESTS = ['firstMail', 'editorImport', 'demo'].map((name) => `test/workflow/${name}.test.ts`);

await runCommand(async () => {
	const { PICTURES, fileOf } = await load('./test/support/pictures.ts');
	const begun = Date.now();
	const jest = path.join(cwd, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [jest, ...TESTS, '--selectProjects', 'workflow', '--maxWorkers=1'];
	const env = { ...process.env, LASTMILE_PICTURES: '1' };
	const { code } = await run(process.execPath, args, { cwd, env, shown: true });
	const writtenAt = (name) => statSync(fileOf(name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const missing = PICTURES.filter((name) => writtenAt(name) < begun);
	if (missing.length > 0) throw new Error(`Not made anew: ${missing.join(', ')}.`);
	if (code !== 0) throw new Error('A test has failed; its pictures show that.');
	console.log(`${PICTURES.length} pictures are made anew. Look at each before you commit it.`);
});
