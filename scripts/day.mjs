// `npm run day`.
import { load, runCommand } from './lib/bootstrap.mjs';

await runCommand(async () => {
	const { day } = await load('./bench/day/index.ts');
	await day(process.argv.slice(2));
});
