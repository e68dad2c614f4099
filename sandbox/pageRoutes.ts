import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { refuseForeign } from './shared/guard';

const FILES = [
	['/', 'index.html', 'text/html'],
	['/page.css', 'page.css', 'text/css'],
	['/layout.css', 'layout.css', 'text/css'],
	['/controls.css', 'controls.css', 'text/css'],
	['/parts.css', 'parts.css', 'text/css'],
	['/page.js', 'page.js', 'text/javascript'],
	['/dom.js', 'dom.js', 'text/javascript'],
	['/calls.js', 'calls.js', 'text/javascript'],
	['/vendors.js', 'vendors.js', 'text/javascript'],
	['/registered.js', 'registered.js', 'text/javascript'],
	['/sections.js', 'sections.js', 'text/javascript'],
] as const;

const HEADERS = {
	'cache-control': 'no-cache',
	'x-content-type-options': 'nosniff',
	// Should a job's name ever end up as markup, it still can't load or run anything.
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The page for a person: plain files. */
export function addPageRoutes(app: FastifyInstance): void {
	for (const [path, file, type] of FILES) {
		app.get(path, { onRequest: refuseForeign }, async (_request, reply) => {
			const text = await readFile(join(__dirname, 'page', file), 'utf8');
			return reply.headers(HEADERS).type(`${type}; charset=utf-8`).send(text);
		});
	}
}
