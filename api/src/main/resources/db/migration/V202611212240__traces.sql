-- Where what asked for it stands in a trace, as W3C Trace Context writes it.
alter table jobs add column traceparent text;
alter table events add column traceparent text;
