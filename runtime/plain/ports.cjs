// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { createServer } = require('node:net');

const LOOPBACK = '127.0.0.1';

async function listen(port, host = LOOPBACK) {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, host, () => resolve(server));
	});
}

async function isPortTaken(port, host = LOOPBACK) {
	try {
		const server = await listen(port, host);
		await new Promise((done) => server.close(done));
		return false;
	} catch {
		return true;
	}
}

module.exports = { isPortTaken, listen };
