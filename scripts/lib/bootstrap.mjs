// Plain JavaScript with Node built-ins only: the dependencies, TypeScript's loader among them, may
// not be there yet.
import { createRequire } from 'node:module';

import { messageOf } from '../../runtime/plain/errors.cjs';
import { ensureDependencies } from './setup.mjs';

const fromTop = createRequire(new URL('../../package.json', import.meta.url));

/**
 * Installs the dependencies where they are missing, and gives what a file of TypeScript exports.
 * @param {string} file from the top of the checkout, such as `./bench/index.ts`
 */
export async function load(file) {
	await ensureDependencies();
	await import('tsx');
	return fromTop(file);
}

/** Runs a command. What it throws is shown as a sentence, without a stack, and ends it with 1. */
export async function runCommand(command) {
	try {
		await command();
	} catch (error) {
		console.error(messageOf(error));
		process.exit(1);
	}
}
