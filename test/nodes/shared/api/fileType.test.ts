import { nameInHeader, safeFileName } from '../../../../nodes/shared/api/fileType';

describe('a safe file name', () => {
	it.each([
		['../../etc/passwd', 'etc-passwd'],
		['C:\\pods\\a.pdf', 'C-pods-a.pdf'],
		['a\u0000b\r\nc.pdf', 'a-b-c.pdf'],
		// Shown from right to left behind the mark, this would end with "exe.jpg".
		['pod-\u202Egpj.exe', 'pod-gpj.exe'],
		['配達証明 1.pdf', '配達証明 1.pdf'],
		['half \ud83d.pdf', 'half -.pdf'],
		[' . ', 'file'],
		['', 'file'],
	])('%j becomes %j', (given, name) => {
		expect(safeFileName(given)).toBe(name);
	});

	it('is cut between letters, and keeps its extension', () => {
		const short = safeFileName(`${'😀'.repeat(200)}.pdf`);
		expect(short).toBe(`${'😀'.repeat(146)}.pdf`);
	});
});

describe('the name in a header', () => {
	it.each([
		['attachment; filename="a b.pdf"', 'a b.pdf'],
		['attachment; filename=a.pdf', 'a.pdf'],
		['attachment; filename="say \\"hi\\".pdf"', 'say "hi".pdf'],
		["attachment; filename=x.pdf; filename*=UTF-8''%C3%84%2F1.pdf", 'Ä/1.pdf'],
		["attachment; filename=x.pdf; filename*=UTF-8''%C3%", 'x.pdf'],
		// UTF-8 as Node.js reads it.
		['attachment; filename="Lieferschein-\u00c3\u0084.pdf"', 'Lieferschein-Ä.pdf'],
		['attachment; filename=\u00c3\u00a0', 'à'],
		['attachment; filename="\u00e9\u0085\u008d\u00e9\u0081\u0094.pdf"', '配達.pdf'],
		// Latin-1, and text that was read already.
		['attachment; filename="Lieferschein-Ä.pdf"', 'Lieferschein-Ä.pdf'],
		['attachment; filename="配達Ã¤.pdf"', '配達Ã¤.pdf'],
		['attachment', null],
		[undefined, null],
		[7, null],
	])('%j is %j', (header, name) => {
		expect(nameInHeader(header)).toBe(name);
	});
});
