// Plain JavaScript with Node built-ins only: it runs before the dependencies are there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../../runtime/plain/lock.cjs';
import { npm } from '../../runtime/plain/npm.cjs';

const TOP = fileURLToPath(new URL('../..', import.meta.url));
const STAMP = '.lastmile-stamp';

/**
 * Installs the project's development dependencies with `npm ci`, unless node_modules already
 * stands for the present package-lock.json. Throws an Error whose message can be shown as it is.
 * @param {{ top?: string, log?: (line: string) => void }} [options] `top`: folder of package.json
 */
export async function ensureDependencies({ top = TOP, log = console.log } = {}) {
	if (isCurrent(top)) return;
	await withLock(
		// Outside the checkout, as npm deletes node_modules first and git should see nothing of it.
		join(tmpdir(), `lastmile-setup-${sha256(resolve(top)).slice(0, 16)}`),
		async () => {
			if (isCurrent(top)) return;
			log('Installing the development dependencies (about a minute) …');
			await install(top, log);
			writeFileSync(join(top, 'node_modules', STAMP), lockHash(top));
		},
		(pid) => log(`Another process (${pid}) is installing them already; waiting for it …`),
	);
}

/** Whether node_modules holds what package-lock.json asks for. */
export function isCurrent(top) {
	const stamp = join(top, 'node_modules', STAMP);
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === lockHash(top);
	// Somebody ran npm by hand: npm's own record tells what it installed.
	const record = join(top, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || optional || installed[path]?.version === version,
	);
}

/** SHA-256 of package-lock.json, in hex. */
export function lockHash(top) {
	return sha256(readFileSync(join(top, 'package-lock.json')));
}

function sha256(content) {
	return createHash('sha256').update(content).digest('hex');
}

async function install(top, log) {
	const started = Date.now();
	const ticker = setInterval(() => {
		log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`);
	}, 10_000);
	try {
		await npm(['ci', '--no-progress'], { cwd: top });
	} finally {
		clearInterval(ticker);
	}
}
