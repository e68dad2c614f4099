/**
 * Lints with n8n's own gate: `analyzePackage` over the sources and over the unpacked tarball, with
 * inline disables not honoured.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { extract } from 'tar';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The same files that the gate takes from the published source and from the tarball. */
const SOURCES = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];
const TARBALL = ['package.json', '**/*.js'];

async function check(what, folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(
		passed ? `✓ n8n's rules hold for ${what}` : `✗ ${what}: ${message}\n${details ?? ''}`,
	);
	return passed;
}

function pack(folder) {
	const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return path.join(folder, JSON.parse(output)[0].filename);
}

const folder = mkdtempSync(path.join(tmpdir(), 'lastmile-lint-'));
try {
	await extract({ file: pack(folder), cwd: folder });
	const unpacked = path.join(folder, 'package');
	const sources = await check('the sources', root, SOURCES);
	const tarball = await check('the tarball', unpacked, TARBALL);
	process.exitCode = sources && tarball ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
