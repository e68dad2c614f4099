// Loaded into n8n before its own code: when the process that started n8n is gone, even by
// SIGKILL, the channel to it closes, and n8n stops in its usual way.
process.on('disconnect', () => {
	// Nobody reads n8n's log any more; each refused line would be reported in another line.
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', () => {});
		stream.write = () => true;
	}
	process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
