#!lua
-- What is remembered since when, and how much waits.
-- KEYS: epoch, then the list of each priority   ARGV: a fresh epoch
-- Answer: run id of the server, epoch, then the lengths
redis.call('SETNX', KEYS[1], ARGV[1])
local answer = {
    string.match(redis.call('INFO', 'server'), 'run_id:(%x+)'),
    redis.call('GET', KEYS[1])
}
for i = 2, #KEYS do
    answer[i + 1] = redis.call('LLEN', KEYS[i])
end
return answer
