# Gives every page of an index the sum of what it holds (indexer/index/page_sums.h), after another program wrote to it:
#
#   perl tests/faults/sums.pl catalogue.db
use strict;
use warnings;
no warnings 'portable';
use integer; # 64 bits, and what goes beyond them is left away

my $size = 4096;

sub step {
    my $hash = ($_[0] ^ $_[1]) * 0x100000001b3;
    return $hash ^ $hash >> 32 & 0xffffffff;
}

open my $file, '+<:raw', $ARGV[0] or die "$ARGV[0]: $!\n";
my $page;
for (my $at = 0; read $file, $page, $size; $at += $size) {
    my $hash = step(0xcbf29ce484222325, $at);
    $hash = step($hash, $_) for unpack 'q<*', substr $page, 0, $size - 8;
    seek $file, $at + $size - 8, 0 and print {$file} pack('q<', $hash) and seek $file, $at + $size, 0 or die "$ARGV[0]: $!\n";
}
close $file or die "$ARGV[0]: $!\n";
