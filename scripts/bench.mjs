// `npm run bench`.
import { load, runCommand } from './lib/bootstrap.mjs';

await runCommand(async () => {
	const { bench } = await load('./bench/index.ts');
	await bench(process.argv.slice(2));
});
