// `npm run bench`. Plain JavaScript: the dependencies, TypeScript's loader among them, may not be
// there yet.
import { createRequire } from 'node:module';
import { ensureDependencies } from './lib/setup.mjs';

try {
	await ensureDependencies();
	await import('tsx');
	const { bench } = createRequire(import.meta.url)('../bench/index.ts');
	await bench(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
