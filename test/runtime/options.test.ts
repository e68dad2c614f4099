import { parseOptions } from '../../scripts/lib/options.cjs';

describe('options of npm start', () => {
	it('has defaults', () => {
		expect(parseOptions([])).toEqual({
			n8nPort: 5678,
			sandboxPort: 5700,
			smtpPort: 5725,
			fresh: false,
			help: false,
		});
	});

	it('takes ports and switches', () => {
		const options = parseOptions(['--n8n-port', '5690', '--fresh']);
		expect(options).toMatchObject({ n8nPort: 5690, fresh: true });
	});

	it.each(['0', '70000', 'abc', '1.5', ''])('refuses the port “%s” by name', (value) => {
		expect(() => parseOptions([`--smtp-port=${value}`])).toThrow(/^--smtp-port needs a number/);
	});

	it('shows the usage for an option that does not exist', () => {
		expect(() => parseOptions(['--nope'])).toThrow(/--nope[^]*npm start -- <options>/);
	});
});
