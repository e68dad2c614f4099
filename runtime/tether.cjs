// Loaded into n8n before its own code: when the process that started n8n is gone, even by
// SIGKILL, the channel to it closes, and n8n stops in its usual way.
const SIGNAL = 'SIGTERM';

let hasListened = false;
process.on('newListener', (event) => {
	if (event === SIGNAL) hasListened = true;
});

process.on('disconnect', () => {
	// Nobody reads n8n's log any more; each refused line would be reported in another line.
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', () => {});
		stream.write = () => true;
	}
	// n8n listens for one signal. If that has come, it is stopping, and another one would kill it.
	const isStopping = hasListened && process.listenerCount(SIGNAL) === 0;
	if (!isStopping) process.kill(process.pid, SIGNAL);
});
process.channel?.unref();
