-- This number is being written elsewhere; nothing happens here.
SELECT 1;
