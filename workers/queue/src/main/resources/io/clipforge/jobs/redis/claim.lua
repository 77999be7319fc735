#!lua
-- Takes entries and reports the start of each in the same step.
-- KEYS: takes, waiting, reports, dead, then the list of each priority, the most urgent first
-- ARGV: how many at most, first part of each run, worker as JSON, reports kept, dead letters kept
-- Answer: run, entry, run, entry, ...; the run is empty for an entry without a readable head
local FIRST = 5
local OTHER_END = 8

local length, total = {}, 0
for i = FIRST, #KEYS do
    length[i] = redis.call('LLEN', KEYS[i])
    total = total + length[i]
end
local max = math.min(tonumber(ARGV[1]), total)
if max == 0 then
    return {}
end

local function pick(from, to, step, taken)
    for i = from, to, step do
        if taken[i] < length[i] then
            return i
        end
    end
end

local before = redis.call('INCRBY', KEYS[1], max) - max
local order, taken = {}, {}
for i = FIRST, #KEYS do
    taken[i] = 0
end
for n = 1, max do
    local i
    if (before + n) % OTHER_END == 0 then
        i = pick(#KEYS, FIRST, -1, taken)
    else
        i = pick(FIRST, #KEYS, 1, taken)
    end
    taken[i] = taken[i] + 1
    order[n] = i
end

local entries, at = {}, {}
for i = FIRST, #KEYS do
    at[i] = 0
    if taken[i] > 0 then
        entries[i] = redis.call('LPOP', KEYS[i], taken[i])
    end
end

local answer, marks = {}, {}
for n = 1, max do
    local i = order[n]
    at[i] = at[i] + 1
    local entry = entries[i][at[i]]
    local mark = string.match(entry, '^%S+') or ''
    local job, attempt = string.match(mark, '^(%x+%-%x+%-%x+%-%x+%-%x+)/([1-9]%d*)$')
    local run = ''
    marks[n] = mark
    if job and #job == 36 and #attempt < 10 then
        run = string.format('%s%012x', ARGV[2], n)
        local started = '{"type":"started","jobId":"' .. job .. '","attempt":' .. attempt
            .. ',"run":"' .. run .. '","worker":' .. ARGV[3] .. '}'
        redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[4], '*', 'report', started)
    else
        redis.call('XADD', KEYS[4], 'MAXLEN', '~', ARGV[5], '*',
            'entry', entry, 'from', KEYS[i], 'reason', 'no job and attempt at its head')
    end
    answer[2 * n - 1] = run
    answer[2 * n] = entry
end
redis.call('SREM', KEYS[2], unpack(marks))
return answer
