#!lua
-- Settles reports, and drops all that are older than whatever is still unsettled. To delete each by
-- itself would cost Redis more than all the rest of a report's life.
-- KEYS: reports   ARGV: group, then the ids in the order they were read
-- Answer: how many of them nobody had settled before
local settled = redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, 2))
if settled == 0 then
    return 0
end
local pending = redis.call('XPENDING', KEYS[1], ARGV[1])
local oldest = pending[2]
if pending[1] == 0 then
    local time, number = string.match(ARGV[#ARGV], '^(%d+)-(%d+)$')
    oldest = string.format('%s-%d', time, number + 1)
end
redis.call('XTRIM', KEYS[1], 'MINID', '=', oldest)
return settled
