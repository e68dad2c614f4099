import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

/** The same files that the gate takes from the published source and from a tarball. */
export const SOURCES = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];
export const TARBALL = ['package.json', '**/*.js'];

/** Whether n8n's rules hold for a folder, with inline disables not honoured; says it, too. */
export async function check(what, folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(
		passed ? `✓ n8n's rules hold for ${what}` : `✗ ${what}: ${message}\n${details ?? ''}`,
	);
	return passed;
}
