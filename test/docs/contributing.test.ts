import { read } from './documents';

it('shows the file of an operation as it is', () => {
	const [, file = '', shown = ''] =
		/The file, here `([^`]+)`, below its imports:\n\n```ts\n(.*?)```/s.exec(
			read('CONTRIBUTING.md'),
		) ?? [];
	const [, code = ''] = /^(export const .*)/ms.exec(read(file)) ?? [];
	expect(shown).toBe(code.replaceAll('\t', '  '));
});
