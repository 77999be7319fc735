#!lua
-- Puts messages at the end of one priority, without those that wait already.
-- KEYS: list of the priority; waiting; the lists of all priorities
-- ARGV: bell channel, kind, then the entries ("<job>/<attempt> <spec>")
local before = 0
for i = 3, #KEYS do
    before = before + redis.call('LLEN', KEYS[i])
end
if before == 0 then
    -- marks of entries that were taken away by hand would drop their repeats for ever
    redis.call('DEL', KEYS[2])
end
local added = 0
for i = 3, #ARGV do
    local mark = string.match(ARGV[i], '^%S+')
    if redis.call('SADD', KEYS[2], mark) == 1 then
        redis.call('RPUSH', KEYS[1], ARGV[i])
        added = added + 1
    end
end
-- who found the kind empty waits for the bell; nobody waits while something lies here
if before == 0 and added > 0 then
    redis.call('PUBLISH', ARGV[1], ARGV[2])
end
return added
