import { setImmediate as turn } from 'node:timers/promises';

import { N8nSwitch } from '../../runtime/demo/n8nSwitch';
import type { Failure } from '../../sandbox/n8n';

const EDITOR = { url: 'http://127.0.0.1:5678/workflow/w1', email: 'a@b.example', password: 'p' };

const noFailures = (): Promise<Failure[]> => Promise.resolve([]);

/** An n8n whose steps end when the test says so. */
function slowN8n() {
	const done: string[] = [];
	let end: (error?: Error) => void = () => undefined;
	const step = (name: string) => async () =>
		await new Promise<void>((resolve, reject) => {
			done.push(name);
			end = (error) => (error ? reject(error) : resolve());
		});
	const n8n = { stop: step('stop'), kill: step('kill'), restart: step('restart') };
	const finish = async (error?: Error): Promise<void> => {
		end(error);
		await turn();
	};
	return { n8n, done, finish };
}

it('starts until it is connected, and lets nothing be done before', () => {
	const control = new N8nSwitch();
	expect(control.state()).toEqual({ status: 'starting', problem: null });
	control.stop();
	expect(control.state().status).toBe('starting');
	expect(control.editor()).toBeNull();
	expect(control.isRunning).toBe(false);
});

it('stops, crashes and starts what it is connected to', async () => {
	const { n8n, done, finish } = slowN8n();
	const control = new N8nSwitch();
	control.connect(n8n, EDITOR, noFailures);
	expect(control.isRunning).toBe(true);
	expect(control.editor()).toEqual(EDITOR);
	control.stop();
	expect(control.state().status).toBe('stopping');
	await finish();
	expect(control.state().status).toBe('stopped');
	control.start();
	expect(control.state().status).toBe('starting');
	await finish();
	expect(control.isRunning).toBe(true);
	control.kill();
	await finish();
	expect(control.state()).toEqual({ status: 'stopped', problem: null });
	expect(done).toEqual(['stop', 'restart', 'kill']);
});

it('may be started again when it has ended by itself', async () => {
	const { n8n, done, finish } = slowN8n();
	const control = new N8nSwitch();
	control.connect(n8n, EDITOR, noFailures);
	control.ended('n8n ended by itself.');
	expect(control.state()).toEqual({ status: 'stopped', problem: 'n8n ended by itself.' });
	control.start();
	await finish();
	expect(control.state()).toEqual({ status: 'running', problem: null });
	expect(done).toEqual(['restart']);
});

it('says why it could not be started, until it is tried again', async () => {
	const { n8n, finish } = slowN8n();
	const control = new N8nSwitch();
	control.connect(n8n, EDITOR, noFailures);
	control.stop();
	await finish();
	control.start();
	await finish(new Error('n8n ended while starting.'));
	expect(control.state()).toEqual({ status: 'stopped', problem: 'n8n ended while starting.' });
	control.start();
	expect(control.state()).toEqual({ status: 'starting', problem: null });
	await finish();
});

it('has n8n asked for failed runs each time, and gives those of the last time', async () => {
	const failed = { workflow: 'Reader', at: '2026-11-27T20:05:13.000Z', url: 'http://127.0.0.1/1' };
	const answers = [[failed], new Error('n8n does not answer.'), []];
	const control = new N8nSwitch();
	control.connect(slowN8n().n8n, EDITOR, async () => {
		const answer = answers.shift();
		if (answer instanceof Error) throw answer;
		return answer ?? [];
	});
	const told: unknown[] = [];
	for (let count = 0; count < 4; count++) {
		told.push(control.failures());
		await turn();
	}
	expect(told).toEqual([[], [failed], [failed], []]);
});
