import { Bench, Receiver } from '../support/bench';

it('delivers to the place where a public host name really listens', async () => {
	const receiver = await Receiver.start();
	const bench = await Bench.start({ hosts: { 'n8n.example.com': new URL(receiver.url()).origin } });
	const urls = ['https://n8n.example.com/webhook/1/radaro?a=b'];
	await bench.control('PUT', 'radaro/webhooks', { urls, token: 'SomeToken0001' });
	await bench.control('POST', 'radaro/jobs', {});
	expect(receiver.received.map(({ url }) => url)).toEqual(['/webhook/1/radaro?a=b']);
	const [delivery] = (await bench.control('GET', 'deliveries')).json<Array<{ url: string }>>();
	expect(delivery?.url).toBe(urls[0]);
	await bench.sandbox.close();
	receiver.close();
});
