import { filesBelow, read } from '../docs/documents';

const WORKFLOWS = filesBelow('.github/workflows').map((file) => ({ file, text: read(file) }));

/** What a workflow uses, with the comment behind it. */
const uses = WORKFLOWS.flatMap(({ file, text }) =>
	[...text.matchAll(/^\s*-?\s*uses:\s*(.+)$/gm)].map(([, used = '']) => ({ file, used })),
);

it('are used at all', () => {
	expect(uses.length).toBeGreaterThan(4);
});

it.each(uses)('are named by commit, and by version for readers: $used in $file', ({ used }) => {
	if (used.startsWith('./')) return;
	expect(used).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});

it('are of one version everywhere', () => {
	const versions = new Map<string, Set<string>>();
	for (const { used } of uses) {
		const [name = '', version = ''] = used.split('@');
		versions.set(name, (versions.get(name) ?? new Set()).add(version));
	}
	expect([...versions].filter(([, each]) => each.size > 1)).toEqual([]);
});

it.each(WORKFLOWS)('may only read, unless a job says more: $file', ({ text }) => {
	expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! {2}\S)/m);
	expect(text).not.toMatch(/pull_request_target|contents: write|write-all/);
});

it('publish with provenance, by what can be repeated', () => {
	const { text = '' } = WORKFLOWS.find(({ file }) => file.endsWith('release.yml')) ?? {};
	expect(text).toContain('run: node scripts/publish.mjs --provenance --access public\n');
	expect(text).not.toMatch(/run: .*npm publish/);
	expect(text).toContain('id-token: write');
	expect(text).toContain('test "$GITHUB_REF_NAME" = "$(node -p');
});
